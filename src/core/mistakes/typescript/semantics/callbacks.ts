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
