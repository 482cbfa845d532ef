import * as l10n from '@vscode/l10n';
import type { Fix, RuleFinding } from '../finding';
import { libraryCallees, type Analysis } from './analysis';
import type { Rule, RuleContext } from './rule';
import { ofCoroutines, ofFutures } from './flow/consequences';
import { isUncertain, mayAwait } from './flow/context';
import { entersAsync, useOf, type Misuse, type Use } from './flow/usage';
import { fateOf, readsOf } from './flow/variables';
import { asyncify, mayAwaitOnceAsync, runAt } from './fixes/asyncify';
import { awaitEdits, joined } from './fixes/edits';
import type { Inference } from './semantics/infer';
import { every } from './semantics/values';
import { calleeText, child, textOf, type SyntaxNode } from './syntax/node';

/** Calls that make a coroutine (or a future) which nobody awaits. */
export const missingAwait: Rule = (context) =>
  context.model.calls.flatMap((call) => {
    const problem = problemOf(call, context);
    return problem === undefined || isUncertain(call)
      ? []
      : [
          {
            start: call.start,
            end: call.end,
            message: problem.message,
            fixes: fixesOf(call, problem, context),
            related: problem.related,
          },
        ];
  });

interface Problem {
  readonly message: string;
  readonly related: NonNullable<RuleFinding['related']>;
  /** True when awaiting the call is the one right answer. */
  readonly plain: boolean;
}

const startsItself = new Set(['asyncio.gather']);

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
      };
    }
  }
}

function consequence(as: Misuse, future: boolean): string {
  return (future ? ofFutures[as] : undefined) ?? ofCoroutines[as];
}

function fixesOf(
  call: SyntaxNode,
  problem: Problem,
  { infer, model, staysRight }: RuleContext,
): readonly Fix[] {
  if (mayAwait(model, call)) {
    return [
      {
        title: l10n.t('Await `{0}(...)`', calleeText(call)),
        preferred: problem.plain,
        edits: awaitEdits(call),
      },
    ];
  }
  const around = model.functionAround(call);
  if (around === undefined) {
    const edits = runAt(call, infer);
    return edits === undefined
      ? []
      : [
          {
            title: l10n.t('Run it with `asyncio.run(...)`'),
            preferred: problem.plain && isAlone(call, { infer, model }),
            edits: joined(edits),
          },
        ];
  }
  const conversion = mayAwaitOnceAsync(call, around, infer) ? asyncify(around, infer, staysRight) : undefined;
  return conversion === undefined
    ? []
    : [
        {
          title: l10n.t('Make `{0}` async and await `{1}(...)`', around.name, calleeText(call)),
          preferred: problem.plain && conversion.certain,
          edits: joined([...conversion.edits, ...awaitEdits(call)]),
        },
      ];
}

/** True for the one coroutine that is made at the top of a file: each other one would need a runner too. */
function isAlone(call: SyntaxNode, { infer, model }: Analysis): boolean {
  return model.calls.every(
    (other) =>
      other === call ||
      model.functionAround(other) !== undefined ||
      !every(infer.evaluate(other), ({ kind }) => kind === 'coroutine'),
  );
}
