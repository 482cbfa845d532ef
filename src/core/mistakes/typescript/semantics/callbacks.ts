import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { returnsPromise } from './promises';
import { bare, isAsync, isFunctionLiteral, isGenerator } from './scopes';

/** Whether an expression is a function that surely returns a promise. */
export function isAsyncFunction(analysis: Analysis, expression: ts.Expression): boolean {
  const node = bare(expression);
  if (isFunctionLiteral(node) && isAsync(node)) {
    return !isGenerator(node);
  }
  return returnsPromise(analysis, analysis.checker.getTypeAtLocation(node));
}

/** Whether what is given to `new Promise` is async; a plain function may return a promise and see to it itself. */
export function isAsyncExecutor(analysis: Analysis, expression: ts.Expression): boolean {
  const node = bare(expression);
  return (!isFunctionLiteral(node) || isAsync(node)) && isAsyncFunction(analysis, node);
}
