import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { calledName } from './names';
import { promiseKind } from './promises';
import {
  bare,
  dressed,
  isAsync,
  isFunctionLiteral,
  isPromiseConstructor,
  runsAtOnce,
  scopeOf,
} from './scopes';

/**
 * Whether a node runs when the event loop has let its surroundings in: in an async function or what follows a promise,
 * straight or in a callback that runs at once.
 */
export function isInAsyncCode(analysis: Analysis, node: ts.Node): boolean {
  for (let scope = scopeOf(node); scope.kind === 'function'; scope = scopeOf(scope.node)) {
    if (isAsync(scope.node) || followsPromise(analysis, scope.node) || isDelayedPart(scope.node)) {
      return true;
    }
    if (!runsAtOnce(analysis, scope.node)) {
      return false;
    }
  }
  return false;
}

/** Whether a function is a callback of a promise's `then`, `catch` or `finally`, which waits for what it returns. */
export function followsPromise(analysis: Analysis, node: ts.Node): boolean {
  const call = callTaking(node);
  const callee = call === undefined ? undefined : bare(call.expression);
  return (
    callee !== undefined &&
    ts.isPropertyAccessExpression(callee) &&
    /^(?:then|catch|finally)$/.test(callee.name.text) &&
    promiseKind(analysis, analysis.checker.getTypeAtLocation(callee.expression)) !== undefined
  );
}

/** Whether a function is what the executor of `new Promise` leaves to a timer. */
function isDelayedPart(node: ts.Node): boolean {
  const call = callTaking(node);
  const isTimer =
    call !== undefined &&
    /^(?:setTimeout|setImmediate|queueMicrotask|nextTick)$/.test(calledName(call) ?? '');
  const scope = isTimer ? scopeOf(call) : undefined;
  const maker = scope?.kind === 'function' ? dressed(scope.node).parent : undefined;
  return maker !== undefined && ts.isNewExpression(maker) && isPromiseConstructor(maker);
}

function callTaking(node: ts.Node): ts.CallExpression | undefined {
  const outer = dressed(node);
  const { parent } = outer;
  const isTaken =
    isFunctionLiteral(node) &&
    ts.isCallExpression(parent) &&
    parent.arguments.some((argument) => argument === outer);
  return isTaken ? parent : undefined;
}
