import * as l10n from '@vscode/l10n';
import type { RuleFinding } from '../finding';
import { isUncertain } from './flow/context';
import { finishItem } from './fixes/finish-item';
import { joinedBy, mayBeSame, type Queue } from './flow/queues';
import type { Rule, RuleContext } from './rule';
import { every } from './semantics/values';
import { calleeText, child, descendants, textOf, type SyntaxNode } from './syntax/node';

/** Items taken from a queue that somebody joins, and never reported done. */
export const unfinishedQueueItem: Rule = (context) =>
  context.model.calls.flatMap((call) => {
    const queue = queueOf(call, context);
    if (queue === undefined || isUncertain(call) || isFinished(queue, call, context)) {
      return [];
    }
    const joined = joinedBy(queue.node, context.infer);
    return joined === 'no' ? [] : [finding(call, queue, joined === 'yes', context)];
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

/** True when the function reports items done, or hands the queue to somebody who may. */
function isFinished(queue: Queue, call: SyntaxNode, { infer, model }: RuleContext): boolean {
  const around = model.functionAround(call)?.node ?? call.tree.root;
  const last = queue.text.split('.').at(-1) ?? queue.text;
  const reports = model.nodes.named('task_done').some((name) => {
    const object = name.parent === undefined ? undefined : child(name.parent, 'object');
    if (object === undefined || textOf(object).split('.').at(-1) !== last) {
      return false;
    }
    return queue.node.type === 'attribute'
      ? mayBeSame(object, queue.node, infer)
      : isOutside(queue.node, model, around) || inside(around, name);
  });
  const handed = descendants(around).some(
    (node) =>
      (node.parent?.type === 'argument_list' || node.parent?.type === 'keyword_argument') &&
      node.type === queue.node.type &&
      textOf(node) === queue.text,
  );
  return reports || handed;
}

function inside(around: SyntaxNode, node: SyntaxNode): boolean {
  return node.start >= around.start && node.end <= around.end;
}

/** True for a variable of a surrounding function or the module. */
function isOutside(name: SyntaxNode, model: RuleContext['model'], around: SyntaxNode): boolean {
  const [binding] = model.scopeOf(name).bindingsOf(textOf(name)) ?? [];
  return binding !== undefined && binding.scope.node !== around;
}

function finding(call: SyntaxNode, queue: Queue, certain: boolean, { infer }: RuleContext): RuleFinding {
  const fix = finishItem(call, queue.text, certain, infer);
  return {
    start: call.start,
    end: call.end,
    message: l10n.t(
      '`{0}(...)` takes an item that `task_done()` never reports done, so `{1}.join()` waits forever.',
      calleeText(call),
      queue.text,
    ),
    fixes: fix === undefined ? [] : [fix],
  };
}
