import type { Fix, RuleFinding } from '../finding';
import { libraryCallees, type Analysis } from './analysis';
import type { Rule, RuleContext } from './rule';
import { isUncertain, mayAwait } from './flow/context';
import { entersAsync, useOf, type Misuse, type Use } from './flow/usage';
import { fateOf } from './flow/variables';
import { asyncify, mayAwaitOnceAsync, runAt } from './fixes/asyncify';
import { awaitEdits, joined } from './fixes/edits';
import { every } from './semantics/values';
import { calleeText, textOf, type SyntaxNode } from './syntax/node';

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

const consequences: Readonly<Record<Misuse, string>> = {
  condition: 'a coroutine always counts as true',
  comparison: 'the coroutine itself is compared',
  operator: 'the operator gets the coroutine itself and fails',
  text: 'the text shows the coroutine itself',
  index: 'a coroutine cannot be indexed',
  attribute: 'a coroutine does not have the attributes of its result',
  call: 'a coroutine cannot be called',
  loop: 'a coroutine cannot be looped over',
  context: 'a coroutine is not a context manager',
  unpack: 'a coroutine cannot be unpacked',
  argument: 'the coroutine itself is passed on',
  match: 'the coroutine itself is matched',
};

const startsItself = new Set(['asyncio.gather']);
const certainForFutures = new Set<Misuse>(['index', 'loop', 'operator', 'unpack', 'text', 'argument']);

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
  if (
    future &&
    (model.functionAround(call)?.isAsync !== true ||
      (use.kind === 'misused' && !certainForFutures.has(use.as)))
  ) {
    return undefined;
  }
  return describe(call, use, future, { infer, model });
}

function describe(call: SyntaxNode, use: Use, future: boolean, { infer }: Analysis): Problem | undefined {
  const shown = `\`${calleeText(call)}(...)\``;
  const thing = future ? 'a future' : 'a coroutine';
  const single = call.parent?.type !== 'list_comprehension' && call.parent?.type !== 'set_comprehension';
  switch (use.kind) {
    case 'kept':
      return undefined;
    case 'dropped':
      return {
        message: future
          ? `${shown} starts its work, but nobody awaits it: results and exceptions are lost, and the program may end first.`
          : `${shown} makes a coroutine that nobody awaits, so its body never runs.`,
        related: [],
        plain: single,
      };
    case 'misused':
      return {
        message: `${shown} gives ${thing}, not its result, because it is not awaited: ${consequence(use.as, future)}.`,
        related: [],
        plain: use.as !== 'loop' && use.as !== 'context' && single,
      };
    case 'assigned': {
      const fate = fateOf(use, infer);
      if (fate === undefined || (future && (fate.kind === 'unused' || !certainForFutures.has(fate.as)))) {
        return undefined;
      }
      const name = textOf(use.name);
      if (fate.kind === 'unused') {
        return {
          message: `${shown} makes a coroutine that is put in \`${name}\` and never awaited, so its body never runs.`,
          related: [],
          plain: single,
        };
      }
      const message = `\`${name}\` is used here as if it were the result: ${consequence(fate.as, future)}.`;
      return {
        message: `${shown} gives ${thing}, and \`${name}\` is used as if it were the result: ${consequence(fate.as, future)}.`,
        related: [{ start: fate.at.start, end: fate.at.end, message }],
        plain: single,
      };
    }
  }
}

function consequence(as: Misuse, future: boolean): string {
  return future ? consequences[as].replaceAll('coroutine', 'future') : consequences[as];
}

function fixesOf(
  call: SyntaxNode,
  problem: Problem,
  { infer, model, staysRight }: RuleContext,
): readonly Fix[] {
  if (mayAwait(model, call)) {
    return [
      { title: `Await \`${calleeText(call)}(...)\``, preferred: problem.plain, edits: awaitEdits(call) },
    ];
  }
  const around = model.functionAround(call);
  if (around === undefined) {
    const edits = runAt(call, infer);
    return edits === undefined
      ? []
      : [
          {
            title: `Run it with \`asyncio.run(...)\``,
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
          title: `Make \`${around.name}\` async and await \`${calleeText(call)}(...)\``,
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
