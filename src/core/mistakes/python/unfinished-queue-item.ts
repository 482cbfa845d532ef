import * as l10n from '@vscode/l10n';
import type { RuleFinding } from '../finding';
import { relatedPlace } from './blocking-call';
import { isUncertain, statementOf } from './flow/context';
import { finishItem } from './fixes/finish-item';
import { joinedBy, mayBeSame, type Queue } from './flow/queues';
import { wayAround } from './flow/unfinished-ways';
import type { Rule, RuleContext } from './rule';
import { every } from './semantics/values';
import {
  calleeText,
  child,
  closest,
  contains,
  descendants,
  lineOf,
  textOf,
  type SyntaxNode,
} from './syntax/node';

/** Items taken from a queue that somebody joins, and never reported done. */
export const unfinishedQueueItem: Rule = (context) =>
  context.model.calls.flatMap((call) => {
    const queue = queueOf(call, context);
    const around = context.model.functionAround(call)?.node ?? call.tree.root;
    if (queue === undefined || isUncertain(call) || isHanded(queue, around)) {
      return [];
    }
    const waits = call.parent?.type === 'await' || call.parent?.type === 'argument_list';
    const reports = reportsOf(queue, around, context).filter(
      (report) => !(waits && isOfAnother(report, queue, around, context)),
    );
    const way = reports.length === 0 ? undefined : skipped(call, reports, around, context);
    const joined = reports.length > 0 && way === undefined ? 'no' : joinedBy(queue.node, context.infer);
    return joined === 'no'
      ? []
      : [finding(call, queue, { certain: joined === 'yes', reports, way }, context)];
  });

const getters = new Set(['get', 'get_nowait']);

/** The queue that a call takes an item from. */
function queueOf(call: SyntaxNode, { infer, model }: RuleContext): Queue | undefined {
  const callee = child(call, 'function');
  const name = callee?.type === 'attribute' ? child(callee, 'attribute') : undefined;
  const node = callee && child(callee, 'object');
  if (
    name === undefined ||
    node === undefined ||
    !getters.has(textOf(name)) ||
    !isTaken(call, textOf(name))
  ) {
    return undefined;
  }
  const values = infer.evaluate(node);
  const simple = node.type === 'identifier' || node.type === 'attribute';
  return simple &&
    every(values, (value) => value.kind === 'object' && value.path === 'asyncio.Queue') &&
    model.functionAround(call) !== undefined
    ? { node, text: textOf(node) }
    : undefined;
}

/** True when the item is there once the call's expression has a value. */
function isTaken(call: SyntaxNode, name: string): boolean {
  const waiter = call.parent?.type === 'argument_list' ? call.parent.parent : undefined;
  const waits = waiter !== undefined && /(?:^|\.)wait_for$/.test(calleeText(waiter));
  return name === 'get_nowait' || call.parent?.type === 'await' || (waits && waiter.parent?.type === 'await');
}

/** Where items of the queue are reported done, as far as that may be about this one. */
function reportsOf(queue: Queue, around: SyntaxNode, { infer, model }: RuleContext): readonly SyntaxNode[] {
  const last = queue.text.split('.').at(-1) ?? queue.text;
  return model.nodes.named('task_done').filter((name) => {
    const object = name.parent === undefined ? undefined : child(name.parent, 'object');
    if (object === undefined || textOf(object).split('.').at(-1) !== last) {
      return false;
    }
    return queue.node.type === 'attribute'
      ? mayBeSame(object, queue.node, infer)
      : isOutside(queue.node, model, around) || inside(around, name);
  });
}

/** True for a report in another function that takes items of its own and reports those. */
function isOfAnother(report: SyntaxNode, queue: Queue, around: SyntaxNode, { model }: RuleContext): boolean {
  const other = model.functionAround(report)?.node;
  const last = queue.text.split('.').at(-1) ?? queue.text;
  return (
    other !== undefined &&
    other !== around &&
    model.nodes
      .of(other)
      .some(
        (node) =>
          node.type === 'call' &&
          calleeText(node).endsWith(`${last}.get`) &&
          node.parent?.type !== 'expression_statement',
      )
  );
}

/** True when the queue is handed to somebody who may report the item. */
function isHanded(queue: Queue, around: SyntaxNode): boolean {
  return descendants(around).some(
    (node) =>
      (node.parent?.type === 'argument_list' || node.parent?.type === 'keyword_argument') &&
      node.type === queue.node.type &&
      textOf(node) === queue.text,
  );
}

/** The way through the loop around the call that reports nothing, where every report stands behind it in that loop. */
function skipped(
  call: SyntaxNode,
  reports: readonly SyntaxNode[],
  around: SyntaxNode,
  { model }: RuleContext,
) {
  const loop = closest(call, loops);
  const taking = statementOf(call);
  const own = new Set(model.nodes.of(around));
  const here =
    loop !== undefined &&
    loop.type !== 'function_definition' &&
    reports.every((one) => own.has(one) && closest(one, loops) === loop && one.start > taking.end);
  return here ? wayAround(taking, (node) => reports.some((one) => contains(node, one))) : undefined;
}

const loops = new Set(['for_statement', 'while_statement', 'function_definition']);

function inside(around: SyntaxNode, node: SyntaxNode): boolean {
  return node.start >= around.start && node.end <= around.end;
}

/** True for a variable of a surrounding function or the module. */
function isOutside(name: SyntaxNode, model: RuleContext['model'], around: SyntaxNode): boolean {
  const [binding] = model.scopeOf(name).bindingsOf(textOf(name)) ?? [];
  return binding !== undefined && binding.scope.node !== around;
}

/** What is known about an item that is not reported done. */
interface Unfinished {
  /** True when somebody surely waits for the queue to be done. */
  readonly certain: boolean;
  /** The reports that some ways come to. */
  readonly reports: readonly SyntaxNode[];
  readonly way: SyntaxNode | undefined;
}

function finding(
  call: SyntaxNode,
  queue: Queue,
  { certain, reports, way }: Unfinished,
  { infer, model }: RuleContext,
): RuleFinding {
  const fix = finishItem(call, queue.text, certain && way === undefined, reports, infer);
  const fixes = fix === undefined ? [] : [fix];
  const place = { start: call.start, end: call.end, fixes };
  if (way === undefined) {
    return {
      ...place,
      message: l10n.t(
        '`{0}(...)` takes an item that `task_done()` never reports done, so `{1}.join()` waits forever.',
        calleeText(call),
        queue.text,
      ),
    };
  }
  return {
    ...place,
    message: l10n.t(
      '`{0}(...)` takes an item that is not always reported done: the way over line {1} skips `task_done()`, and then `{2}.join()` waits forever.',
      calleeText(call),
      lineOf(way),
      queue.text,
    ),
    related: [relatedPlace(way, l10n.t('From here nothing reports the item done.'), model.path, model.path)],
  };
}
