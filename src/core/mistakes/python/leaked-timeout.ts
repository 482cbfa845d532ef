import * as l10n from '@vscode/l10n';
import type { RuleFinding } from '../finding';
import { libraryCallees } from './analysis';
import { isUncertain, mayAwait } from './flow/context';
import { isHarmless, isKept, isKeptElsewhere } from './flow/kept-tasks';
import { readsOf } from './flow/variables';
import { cancelPending } from './fixes/cancel-pending';
import type { Rule, RuleContext } from './rule';
import type { Inference } from './semantics/infer';
import { calleeText, child, keyword, positional, textOf, type SyntaxNode } from './syntax/node';

/** Waits that give up on tasks without cancelling or awaiting them. */
export const leakedTimeout: Rule = (context) =>
  context.model.calls.flatMap((call) => {
    if (!mayAwait(context.model, call) || isUncertain(call)) {
      return [];
    }
    const finding = pendingLeft(call, context) ?? shielded(call, context);
    return finding === undefined ? [] : [finding];
  });

function isCallOf(call: SyntaxNode, path: string, { infer }: RuleContext): boolean {
  const paths = libraryCallees(call, infer);
  return paths.length > 0 && paths.every((one) => one === path);
}

/** `asyncio.wait` with a reason to return early, whose second result nobody looks at. */
function pendingLeft(call: SyntaxNode, context: RuleContext): RuleFinding | undefined {
  if (!isCallOf(call, 'asyncio.wait', context) || call.parent?.type !== 'await' || !endsEarly(call)) {
    return undefined;
  }
  const [work] = positional(call);
  const pending = pendingOf(call.parent, context.infer);
  if (pending === undefined || work === undefined || isKeptElsewhere(work, call, context)) {
    return undefined;
  }
  if (pending.name !== undefined && readsOf(pending.name, context.infer).some((read) => !isHarmless(read))) {
    return undefined;
  }
  const named = pending.name !== undefined || call.parent.parent?.type === 'expression_statement';
  const fix = named ? cancelPending(call, pending.name, context.infer) : undefined;
  return {
    start: call.start,
    end: call.end,
    message: l10n.t(
      '`{0}(...)` stops waiting, but not the tasks that are still pending: nobody cancels or awaits them, so they go on, and nobody handles their exceptions.',
      calleeText(call),
    ),
    fixes: fix === undefined ? [] : [fix],
  };
}

function endsEarly(call: SyntaxNode): boolean {
  const timeout = keyword(call, 'timeout');
  const until = keyword(call, 'return_when');
  return (
    (timeout !== undefined && timeout.type !== 'none') ||
    (until !== undefined && /FIRST_(?:COMPLETED|EXCEPTION)$/.test(textOf(until)))
  );
}

/** Where the tasks that are not done end up. */
interface Pending {
  /** The second name of `done, pending`, if the result is assigned at all. */
  readonly name: SyntaxNode | undefined;
}

function pendingOf(awaited: SyntaxNode, infer: Inference): Pending | undefined {
  const { parent } = awaited;
  if (parent?.type === 'expression_statement') {
    return { name: undefined };
  }
  const left = parent?.type === 'assignment' && awaited.field === 'right' ? child(parent, 'left') : undefined;
  if (isFirstOnly(awaited) || (left?.type === 'identifier' && readsOf(left, infer).every(isFirstItem))) {
    return { name: undefined };
  }
  const [, second, ...others] = left?.children ?? [];
  return /^(?:pattern_list|tuple_pattern)$/.test(left?.type ?? '') &&
    second?.type === 'identifier' &&
    others.length === 0
    ? { name: second }
    : undefined;
}

/** True for `(await asyncio.wait(…))[0]`. */
function isFirstOnly(awaited: SyntaxNode): boolean {
  const { parent } = awaited;
  return parent?.type === 'parenthesized_expression' && isFirstItem(parent);
}

/** True for what is indexed with 0, so that the pending tasks are never looked at. */
function isFirstItem(read: SyntaxNode): boolean {
  const { parent } = read;
  return parent?.type === 'subscript' && read.field === 'value' && /\[\s*0\s*\]$/.test(textOf(parent));
}

/** `wait_for(shield(work()), ...)`: the shield keeps the timeout from stopping work that nobody else knows. */
function shielded(call: SyntaxNode, context: RuleContext): RuleFinding | undefined {
  const [shield] = positional(call);
  if (!isCallOf(call, 'asyncio.wait_for', context) || shield?.type !== 'call') {
    return undefined;
  }
  const [work] = positional(shield);
  if (!isCallOf(shield, 'asyncio.shield', context) || work === undefined) {
    return undefined;
  }
  if (work.type !== 'call' || isKept(work, context)) {
    return undefined;
  }
  const removed =
    context.model.tree.text.slice(shield.start, work.start) + textOf(shield).slice(work.end - shield.start);
  return {
    start: call.start,
    end: call.end,
    message: l10n.t(
      '`{0}(...)` gives up after its timeout, but `{1}(...)` keeps the work going, and nobody has a name to cancel or await it by.',
      calleeText(call),
      calleeText(shield),
    ),
    fixes: removed.includes('#')
      ? []
      : [
          {
            title: l10n.t('Let the timeout cancel the work: drop `{0}`', calleeText(shield)),
            preferred: false,
            edits: [
              { start: shield.start, end: work.start, newText: '' },
              { start: work.end, end: shield.end, newText: '' },
            ],
          },
        ],
  };
}
