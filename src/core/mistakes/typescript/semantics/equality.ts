import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { functionCalledBy } from './calls';
import { maybePromise } from './promises';
import { bare, isAsync, isPromiseConstructor } from './scopes';

/** The operators that ask whether two values are the same. */
export const comparisons: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

/** Whether an expression is made by an async function or by `Promise` itself: a promise at run time too, never nothing. */
export function isAlwaysPromise(analysis: Analysis, expression: ts.Node): boolean {
  const node = ts.isExpression(expression) ? bare(expression) : expression;
  if (ts.isNewExpression(node)) {
    return isPromiseConstructor(node);
  }
  if (ts.isCallExpression(node)) {
    const called = ts.isOptionalChain(node) ? undefined : functionCalledBy(analysis, node);
    return called === undefined ? /^Promise\.\w+$/.test(node.expression.getText()) : isAsync(called);
  }
  const declaration = ts.isIdentifier(node)
    ? analysis.checker.getSymbolAtLocation(node)?.valueDeclaration
    : undefined;
  return (
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0 &&
    isAlwaysPromise(analysis, declaration.initializer)
  );
}

/** Whether the promise that an expression is cannot be missing: by what makes it, or by the type of a call where types say so. */
export function isNeverNothing(analysis: Analysis, expression: ts.Node): boolean {
  const node = ts.isExpression(expression) ? bare(expression) : expression;
  const { strict, strictNullChecks = strict } = analysis.program.getCompilerOptions();
  const isTold = strictNullChecks === true && !analysis.javascript && ts.isCallExpression(node);
  return (isTold && !ts.isOptionalChain(node)) || isAlwaysPromise(analysis, node);
}

const nothing = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void;

/** Whether an expression is `null` or `undefined`. */
export function isNothing({ checker }: Analysis, expression: ts.Expression): boolean {
  return (checker.getTypeAtLocation(expression).flags & nothing) !== 0;
}

/** Whether a promise can never be equal to an expression: it is neither a promise, nor nothing, nor unknown. */
export function isPlainValue(analysis: Analysis, other: ts.Expression): boolean {
  const type = analysis.checker.getTypeAtLocation(other);
  const members = type.isUnion() ? type.types : [type];
  const present = members.filter((member) => !(member.flags & nothing));
  return present.length > 0 && !present.some((member) => maybePromise(analysis, member));
}
