import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { functionCalledBy } from '../semantics/calls';
import { bare } from '../semantics/scopes';
import { isTimer, stopsSomething, timerOfPromise } from '../semantics/timers';

/** The member of a race that only waits for a timer, and the others. */
export interface TimeLimit {
  /** The member as it stands in the race. */
  readonly member: ts.Expression;
  /** The `new Promise` or call that makes it, there or where its variable gets it. */
  readonly made: ts.Expression;
  /** The `setTimeout` in it, when it is written out. */
  readonly timer: ts.CallExpression | undefined;
  readonly others: readonly ts.Expression[];
}

/** The one timer that a race is run against, or undefined: a race of timers alone, or of anything unknown, is none. */
export function timeLimitOf(analysis: Analysis, race: ts.CallExpression): TimeLimit | undefined {
  const members = membersOf(analysis, race);
  const limits = members.flatMap((member) => {
    const made = madeBy(analysis, member);
    return made !== undefined && isTimer(analysis, made) ? [{ member, made }] : [];
  });
  const [limit, ...more] = limits;
  if (limit === undefined || more.length > 0 || members.length < 2 || cleansUp(analysis, limit.made)) {
    return undefined;
  }
  const others = members.filter((member) => member !== limit.member);
  return { ...limit, timer: timerOfPromise(chainRoot(limit.made)), others };
}

function membersOf(analysis: Analysis, race: ts.CallExpression): readonly ts.Expression[] {
  const [list] = race.arguments;
  const members = list === undefined ? undefined : madeBy(analysis, list);
  const isPlain = members !== undefined && ts.isArrayLiteralExpression(members);
  return isPlain && !members.elements.some(ts.isSpreadElement) ? members.elements : [];
}

/** An expression, or what the constant that it names was given. */
function madeBy(analysis: Analysis, expression: ts.Expression): ts.Expression | undefined {
  const node = bare(expression);
  if (!ts.isIdentifier(node)) {
    return node;
  }
  const declaration = analysis.checker.getSymbolAtLocation(node)?.valueDeclaration;
  const isConst =
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConst && declaration.initializer !== undefined ? bare(declaration.initializer) : undefined;
}

function chainRoot(expression: ts.Expression): ts.Expression {
  const node = bare(expression);
  const callee = ts.isCallExpression(node) ? bare(node.expression) : undefined;
  return callee !== undefined && ts.isPropertyAccessExpression(callee) && callee.name.text === 'then'
    ? chainRoot(callee.expression)
    : node;
}

/** Whether the function that makes the timer takes care of it, or of the work. */
function cleansUp(analysis: Analysis, made: ts.Expression): boolean {
  const root = chainRoot(made);
  const helper = ts.isCallExpression(root) ? functionCalledBy(analysis, root) : undefined;
  const isGiven = ts.isCallExpression(root) && root.arguments.some((argument) => stopsSomething(argument));
  return stopsSomething(made) || isGiven || (helper !== undefined && stopsSomething(helper.body ?? helper));
}
