import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';

/** Where a piece of code runs: in a function's body, at the file's top level, or where `await` can never stand. */
export type Scope =
  | { readonly kind: 'function'; readonly node: ts.FunctionLikeDeclaration }
  | { readonly kind: 'top' }
  | { readonly kind: 'elsewhere' };

/** The scope whose running evaluates a node. */
export function scopeOf(node: ts.Node): Scope {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    const { parent } = at;
    if (isFunction(parent)) {
      if (at === parent.body) {
        return { kind: 'function', node: parent };
      }
      if (ts.isParameter(at)) {
        return { kind: 'elsewhere' };
      }
    }
    if (ts.isClassStaticBlockDeclaration(parent) || ts.isModuleBlock(parent)) {
      return { kind: 'elsewhere' };
    }
    if (ts.isPropertyDeclaration(parent) && at === parent.initializer) {
      return { kind: 'elsewhere' };
    }
  }
  return { kind: 'top' };
}

export function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isAccessor(node)
  );
}

export function isFunctionLiteral(node: ts.Node): node is ts.FunctionExpression | ts.ArrowFunction {
  return ts.isFunctionExpression(node) || ts.isArrowFunction(node);
}

export function isAsync(node: ts.FunctionLikeDeclaration): boolean {
  return ts.canHaveModifiers(node) && hasAsync(ts.getModifiers(node));
}

function hasAsync(modifiers: readonly ts.Modifier[] | undefined): boolean {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false;
}

export function isGenerator(node: ts.FunctionLikeDeclaration): boolean {
  return node.asteriskToken !== undefined;
}

/** Whether an `await` may be written where a node stands. */
export function canAwait(analysis: Analysis, node: ts.Node): boolean {
  const scope = scopeOf(node);
  return scope.kind === 'function' ? isAsync(scope.node) : scope.kind === 'top' && analysis.topLevelAwait;
}

/** An expression without the parentheses and type assertions around it. */
export function bare(node: ts.Expression): ts.Expression {
  let at = node;
  while (
    ts.isParenthesizedExpression(at) ||
    ts.isAsExpression(at) ||
    ts.isSatisfiesExpression(at) ||
    ts.isNonNullExpression(at) ||
    ts.isTypeAssertionExpression(at)
  ) {
    at = at.expression;
  }
  return at;
}

/** The outermost of the parentheses and type assertions around an expression. */
export function dressed(node: ts.Node): ts.Node {
  let at = node;
  while (
    ts.isParenthesizedExpression(at.parent) ||
    ts.isAsExpression(at.parent) ||
    ts.isSatisfiesExpression(at.parent) ||
    ts.isNonNullExpression(at.parent) ||
    ts.isTypeAssertionExpression(at.parent)
  ) {
    at = at.parent;
  }
  return at;
}

const atOnce: ReadonlySet<string> = new Set([
  'forEach',
  'map',
  'flatMap',
  'filter',
  'some',
  'every',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'reduce',
  'reduceRight',
  'sort',
  'toSorted',
]);

/** Whether a plain function literal runs while its surroundings run: called on the spot, or by an array's method. */
export function runsAtOnce(analysis: Analysis, node: ts.FunctionLikeDeclaration): boolean {
  if (!isFunctionLiteral(node) || isAsync(node) || isGenerator(node)) {
    return false;
  }
  const outer = dressed(node);
  const { parent } = outer;
  if (ts.isNewExpression(parent)) {
    return parent.arguments?.[0] === outer && isPromiseConstructor(parent);
  }
  if (!ts.isCallExpression(parent)) {
    return false;
  }
  if (parent.expression === outer) {
    return true;
  }
  const callee = bare(parent.expression);
  return (
    parent.arguments[0] === outer &&
    ts.isPropertyAccessExpression(callee) &&
    atOnce.has(callee.name.text) &&
    isArray(analysis, callee.expression)
  );
}

/** Whether an expression is surely an array. */
export function isArray(analysis: Analysis, expression: ts.Expression): boolean {
  const { checker } = analysis;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(expression));
  const members = type.isUnion() ? type.types : [type];
  return members.every((member) => checker.isArrayType(member) || checker.isTupleType(member));
}

export function isPromiseConstructor(node: ts.NewExpression): boolean {
  return ts.isIdentifier(node.expression) && node.expression.text === 'Promise';
}

/** What a statement starts: its expression, without the sign that makes `!function () {}()` one. */
export function started({ expression }: ts.ExpressionStatement): ts.Expression {
  const whole = bare(expression);
  const operand = ts.isPrefixUnaryExpression(whole) ? bare(whole.operand) : undefined;
  return operand !== undefined && ts.isCallExpression(operand) && isFunctionLiteral(bare(operand.expression))
    ? operand
    : whole;
}

/** An async function that is called where it is written, or undefined. */
export function calledOnTheSpot(call: ts.CallExpression): ts.FunctionLikeDeclaration | undefined {
  const callee = bare(call.expression);
  return isFunctionLiteral(callee) && isAsync(callee) && !isGenerator(callee) ? callee : undefined;
}
