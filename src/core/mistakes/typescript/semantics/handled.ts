import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { calledDeclaration } from './callee';
import { runs } from './inside';
import { isAsync, isFunction, scopeOf } from './scopes';

/**
 * Whether a plain function starts a background task that takes care of its own errors: it cannot await, and the async
 * function it calls has everything it does in a `try` whose `catch` throws nothing on.
 */
export function isBackgroundTask(analysis: Analysis, call: ts.CallExpression): boolean {
  const scope = scopeOf(call);
  if (scope.kind !== 'function' || isAsync(scope.node)) {
    return false;
  }
  const task = calledDeclaration(analysis, call);
  return (
    task !== undefined &&
    isFunction(task) &&
    isAsync(task) &&
    task.body !== undefined &&
    ts.isBlock(task.body) &&
    task.body.statements.some(ts.isTryStatement) &&
    task.body.statements.every(takesItsErrors)
  );
}

function takesItsErrors(statement: ts.Statement): boolean {
  if (ts.isTryStatement(statement)) {
    return statement.catchClause !== undefined && !runs(statement.catchClause.block, ts.isThrowStatement);
  }
  return !runs(
    statement,
    (node) =>
      ts.isAwaitExpression(node) ||
      ts.isThrowStatement(node) ||
      (ts.isReturnStatement(node) && node.expression !== undefined && ts.isCallExpression(node.expression)),
  );
}
