import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { builtinOf } from './builtins';
import { functionCalledBy } from './calls';
import { contains } from './inside';
import { bare, isFunctionLiteral, isPromiseConstructor } from './scopes';

/** The `setTimeout` that an executor starts, when that is all it does. */
export function timerOfPromise(node: ts.Expression): ts.CallExpression | undefined {
  const made = bare(node);
  if (!ts.isNewExpression(made) || !isPromiseConstructor(made)) {
    return undefined;
  }
  const executor = made.arguments?.[0] === undefined ? undefined : bare(made.arguments[0]);
  if (executor === undefined || !isFunctionLiteral(executor)) {
    return undefined;
  }
  const { body } = executor;
  const [statement, ...others] = ts.isBlock(body) ? body.statements : [];
  if (others.length > 0) {
    return undefined;
  }
  const only =
    statement === undefined
      ? ts.isBlock(body)
        ? undefined
        : body
      : ts.isExpressionStatement(statement) || ts.isReturnStatement(statement)
        ? statement.expression
        : undefined;
  return only === undefined ? undefined : timerCall(bare(only));
}

function timerCall(node: ts.Expression): ts.CallExpression | undefined {
  return ts.isCallExpression(node) &&
    /^(?:(?:globalThis|window|self)\.)?setTimeout$/.test(node.expression.getText())
    ? node
    : undefined;
}

/** Whether a call only waits: Node's awaitable timer, or a function of the program that wraps a timer. */
export function isTimerCall(analysis: Analysis, call: ts.CallExpression): boolean {
  const builtin = builtinOf(analysis, call);
  if (builtin?.module === 'timers/promises') {
    return builtin.name === 'setTimeout' || builtin.name === 'setImmediate' || builtin.name === 'wait';
  }
  const helper = functionCalledBy(analysis, call);
  return helper !== undefined && isTimerFunction(analysis, helper);
}

/** Whether a function does nothing but wait for a timer, and perhaps throw then. */
function isTimerFunction(analysis: Analysis, helper: ts.FunctionLikeDeclaration): boolean {
  const { body } = helper;
  if (body === undefined) {
    return false;
  }
  if (!ts.isBlock(body)) {
    return isTimer(analysis, body);
  }
  const [first, second, ...others] = body.statements;
  const waits =
    first !== undefined &&
    (ts.isReturnStatement(first) || ts.isExpressionStatement(first)) &&
    first.expression !== undefined &&
    isTimer(analysis, first.expression);
  const ends = second === undefined || ts.isThrowStatement(second);
  return waits && ends && others.length === 0;
}

/** Whether an expression is a promise that only waits for a timer. */
export function isTimer(analysis: Analysis, expression: ts.Expression): boolean {
  const node = bare(expression);
  if (ts.isAwaitExpression(node)) {
    return isTimer(analysis, node.expression);
  }
  if (timerOfPromise(node) !== undefined) {
    return true;
  }
  if (!ts.isCallExpression(node)) {
    return false;
  }
  const callee = bare(node.expression);
  return ts.isPropertyAccessExpression(callee) && callee.name.text === 'then'
    ? isTimer(analysis, callee.expression)
    : !isSelf(node) && isTimerCall(analysis, node);
}

/** A function that calls itself waits for more than a timer. */
function isSelf(call: ts.CallExpression): boolean {
  const name = call.expression.getText();
  return (
    ts.findAncestor(call, (node) => ts.isFunctionDeclaration(node) && node.name?.text === name) !== undefined
  );
}

/** Whether something in a piece of code, functions included, stops a timer or the work it was to limit. */
export function stopsSomething(node: ts.Node): boolean {
  return contains(
    node,
    (inner) =>
      isLetGo(inner) ||
      (ts.isIdentifier(inner) && stops.has(inner.text) && !ts.isPropertyAssignment(inner.parent)),
  );
}

/** `{ ref: false }`: a timer that keeps no program alive. */
function isLetGo(node: ts.Node): boolean {
  return (
    ts.isPropertyAssignment(node) &&
    node.name.getText() === 'ref' &&
    node.initializer.kind === ts.SyntaxKind.FalseKeyword
  );
}

const stops: ReadonlySet<string> = new Set([
  ...['clearTimeout', 'clearInterval', 'abort', 'unref', 'cancel', 'close', 'destroy', 'kill', 'terminate'],
  ...['unsubscribe', 'dispose', 'signal', 'AbortSignal', 'AbortController', 'stop', 'end', 'clear'],
]);
