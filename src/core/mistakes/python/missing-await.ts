import * as l10n from '@vscode/l10n';
import type { RuleFinding } from '../finding';
import { libraryCallees, type Analysis } from './analysis';
import type { Rule } from './rule';
import { ofCoroutines, ofFutures } from './flow/consequences';
import { isGuarded, isUncertain } from './flow/context';
import { unawaited } from './flow/handed-over';
import { entersAsync, useOf, type Misuse, type Use } from './flow/usage';
import { fateOf, readsOf } from './flow/variables';
import { awaitFixes } from './fixes/await-call';
import { decoratorsOf } from './semantics/decorators';
import type { Inference } from './semantics/infer';
import { every } from './semantics/values';
import { calleeText, child, textOf, type SyntaxNode } from './syntax/node';

/** Calls that make a coroutine (or a future) which nobody awaits. */
export const missingAwait: Rule = (context) =>
  context.model.calls.flatMap((call) => {
    const handed = unawaited(call, context.infer);
    if (handed !== undefined && !isUncertain(call)) {
      return [handedOver(handed, call)];
    }
    const problem = problemOf(call, context);
    return problem === undefined || (isUncertain(call) && !isMissed(call, problem, context.infer))
      ? []
      : [
          {
            start: call.start,
            end: call.end,
            message: problem.message,
            fixes: awaitFixes(call, problem.plain, context),
            related: problem.related,
          },
        ];
  });

function handedOver(made: SyntaxNode, call: SyntaxNode): RuleFinding {
  return {
    start: made.start,
    end: made.end,
    message: l10n.t(
      '`{0}(...)` calls `{1}` as a plain function: that only makes a coroutine, which nobody awaits, so its body never runs.',
      calleeText(call),
      made.type === 'call' ? calleeText(made) : textOf(made),
    ),
    fixes: [],
  };
}

/** True where a test expects a failure of a coroutine that never runs: the call itself cannot fail in that way. */
function isMissed(call: SyntaxNode, { dropped }: Problem, infer: Inference): boolean {
  const [made, ...others] = infer.evaluate(call) ?? [];
  const own = made?.kind === 'coroutine' && others.length === 0 ? made.of : undefined;
  return dropped && own !== undefined && decoratorsOf(own.node).length === 0 && isGuarded(call);
}

interface Problem {
  /** True for a call that is a statement by itself. */
  readonly dropped: boolean;
  readonly message: string;
  readonly related: NonNullable<RuleFinding['related']>;
  /** True when awaiting the call is the one right answer. */
  readonly plain: boolean;
}

const startsItself = new Set(['asyncio.gather', 'asyncio.shield']);

function problemOf(call: SyntaxNode, { infer, model }: Analysis): Problem | undefined {
  const paths = libraryCallees(call, infer);
  const made = infer.evaluate(call);
  const future = paths.length === 1 && paths.every((path) => startsItself.has(path));
  if (!future && !every(made, ({ kind }) => kind === 'coroutine')) {
    return undefined;
  }
  const use = useOf(call, infer);
  if (
    entersAsync(use) &&
    made?.some((value) => value.kind === 'coroutine' && value.enterable === true) === true
  ) {
    return undefined;
  }
  if (use.kind === 'misused' && isAwaitedByName(call, infer)) {
    return undefined;
  }
  if (
    future &&
    (model.functionAround(call)?.isAsync !== true ||
      (use.kind === 'misused' && ofFutures[use.as] === undefined))
  ) {
    return undefined;
  }
  return describe(call, use, future, { infer, model });
}

/** True for the call in `(work := fetch())` whose name is awaited somewhere. */
function isAwaitedByName(call: SyntaxNode, infer: Inference): boolean {
  const named = call.parent?.type === 'named_expression' ? child(call.parent, 'name') : undefined;
  return named !== undefined && readsOf(named, infer).some(({ parent }) => parent?.type === 'await');
}

function describe(call: SyntaxNode, use: Use, future: boolean, { infer }: Analysis): Problem | undefined {
  const shown = `\`${calleeText(call)}(...)\``;
  const single = call.parent?.type !== 'list_comprehension' && call.parent?.type !== 'set_comprehension';
  switch (use.kind) {
    case 'kept':
      return undefined;
    case 'dropped':
      return {
        message: future
          ? l10n.t(
              '{0} starts its work, but nobody awaits it: nobody gets its result or handles its exceptions, and the program may end first.',
              shown,
            )
          : l10n.t('{0} makes a coroutine that nobody awaits, so its body never runs.', shown),
        related: [],
        plain: single,
        dropped: true,
      };
    case 'misused':
      return {
        message: future
          ? l10n.t(
              '{0} gives a future, not its result, because it is not awaited: {1}.',
              shown,
              consequence(use.as, future),
            )
          : l10n.t(
              '{0} gives a coroutine, not its result, because it is not awaited: {1}.',
              shown,
              consequence(use.as, future),
            ),
        related: [],
        plain: use.as !== 'loop' && use.as !== 'context' && single,
        dropped: false,
      };
    case 'assigned': {
      const fate = fateOf(use, infer);
      if (fate === undefined || (future && (fate.kind === 'unused' || ofFutures[fate.as] === undefined))) {
        return undefined;
      }
      const name = textOf(use.name);
      if (fate.kind === 'unused') {
        return {
          message: l10n.t(
            '{0} makes a coroutine that is put in `{1}` and never awaited, so its body never runs.',
            shown,
            name,
          ),
          related: [],
          plain: single,
          dropped: false,
        };
      }
      const message = l10n.t(
        '`{0}` is used here as if it were the result: {1}.',
        name,
        consequence(fate.as, future),
      );
      return {
        message: future
          ? l10n.t(
              '{0} gives a future, and `{1}` is used as if it were the result: {2}.',
              shown,
              name,
              consequence(fate.as, future),
            )
          : l10n.t(
              '{0} gives a coroutine, and `{1}` is used as if it were the result: {2}.',
              shown,
              name,
              consequence(fate.as, future),
            ),
        related: [{ start: fate.at.start, end: fate.at.end, message }],
        plain: single,
        dropped: false,
      };
    }
  }
}

function consequence(as: Misuse, future: boolean): string {
  return (future ? ofFutures[as] : undefined) ?? ofCoroutines[as];
}
