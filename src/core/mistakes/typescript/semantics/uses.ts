import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { isCondition, logical } from './conditions';
import { writtenBy } from './inside';
import { isFromLibrary, promiseKind } from './promises';
import { dressed, started } from './scopes';
import { comparisons, isAlwaysPromise, isNothing, isPlainValue } from './equality';
import { takingOf } from './takers';
import { wantedInstead } from './wanted';

/** How a promise is taken for the value it stands for. */
export type Misuse =
  | { readonly kind: 'condition'; readonly negated: boolean }
  | { readonly kind: 'template' | 'comparison' | 'spread' | 'iteration' | 'print' | 'json' }
  | { readonly kind: 'type'; readonly wanted: string }
  | { readonly kind: 'operator'; readonly operator: string }
  | { readonly kind: 'property'; readonly name: string };

/** `misuse`: needs the value; `promise`: uses it as a promise; `neutral`: hands it on, where anything may happen. */
export type Use =
  | { readonly kind: 'misuse'; readonly misuse: Misuse }
  | { readonly kind: 'promise' }
  | { readonly kind: 'neutral' };

const asPromise: Use = { kind: 'promise' };
const neutral: Use = { kind: 'neutral' };
const misused = (misuse: Misuse): Use => ({ kind: 'misuse', misuse });

const calculations: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.AmpersandToken,
  ts.SyntaxKind.BarToken,
  ts.SyntaxKind.CaretToken,
  ts.SyntaxKind.LessThanLessThanToken,
  ts.SyntaxKind.GreaterThanGreaterThanToken,
  ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
  ts.SyntaxKind.PlusEqualsToken,
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.SlashEqualsToken,
  ts.SyntaxKind.PercentEqualsToken,
]);

/** Whether a sign only makes a function called on the spot a statement: `!async function () {}()`. */
function isStarted({ parent }: ts.Node): boolean {
  return (
    ts.isPrefixUnaryExpression(parent) &&
    ts.isExpressionStatement(parent.parent) &&
    started(parent.parent) !== parent
  );
}

/** How an expression whose type is surely a promise is used where it stands. */
export function useOf(analysis: Analysis, expression: ts.Expression): Use {
  const node = dressed(expression);
  const { parent } = node;
  if (isStarted(node)) {
    return neutral;
  }
  if (isCondition(node)) {
    return misused({ kind: 'condition', negated: ts.isPrefixUnaryExpression(parent) });
  }
  if (ts.isAwaitExpression(parent)) {
    return asPromise;
  }
  const wanted = ts.isExpression(node) ? wantedInstead(analysis, node) : undefined;
  if (wanted !== undefined) {
    return misused({ kind: 'type', wanted: analysis.checker.typeToString(wanted) });
  }
  if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) {
    return asPromise;
  }
  if (ts.isCallExpression(parent)) {
    return useAsArgument(analysis, parent, node);
  }
  if (ts.isVoidExpression(parent) || ts.isTypeOfExpression(parent) || ts.isYieldExpression(parent)) {
    return asPromise;
  }
  if (ts.isTemplateSpan(parent)) {
    return ts.isTaggedTemplateExpression(parent.parent.parent) ? neutral : misused({ kind: 'template' });
  }
  if (ts.isBinaryExpression(parent)) {
    return useInBinary(analysis, parent, node);
  }
  if (ts.isPrefixUnaryExpression(parent)) {
    return misused({ kind: 'operator', operator: ts.tokenToString(parent.operator) ?? '' });
  }
  if (ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent)) {
    return misused({ kind: ts.isSpreadAssignment(parent) ? 'spread' : 'iteration' });
  }
  if ((ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.expression === node) {
    return misused({ kind: 'iteration' });
  }
  if (ts.isSwitchStatement(parent)) {
    const compared = parent.caseBlock.clauses.filter(ts.isCaseClause);
    const isPlain = compared.every((clause) => isPlainValue(analysis, clause.expression));
    return compared.length > 0 && isPlain ? misused({ kind: 'comparison' }) : neutral;
  }
  if (ts.isPropertyAccessExpression(parent)) {
    return useOfProperty(analysis, expression, parent.name.text, parent);
  }
  if (ts.isElementAccessExpression(parent) && parent.expression === node) {
    return useOfIndex(analysis, expression, parent);
  }
  if (ts.isVariableDeclaration(parent) && parent.initializer === node) {
    return useInPattern(analysis, expression, parent.name);
  }
  return ts.isConditionalExpression(parent) ? useOfWhole(analysis, parent) : neutral;
}

/** How a function that takes anything uses a promise that it is given. */
function useAsArgument(analysis: Analysis, call: ts.CallExpression, argument: ts.Node): Use {
  const taking = takingOf(analysis, call, argument);
  switch (taking?.kind) {
    case 'printed':
      return misused({ kind: 'print' });
    case 'stringified':
      return misused({ kind: 'json' });
    case 'converted':
      return misused({ kind: 'operator', operator: call.expression.getText() });
    case 'tested':
      return misused({ kind: 'condition', negated: false });
    case 'compared':
      return isPlainValue(analysis, taking.other) ? misused({ kind: 'comparison' }) : neutral;
    default:
      return neutral;
  }
}

/** How the value of `a ?? b` or `a ? b : c` is used, where that says anything about each of its branches. */
function useOfWhole(analysis: Analysis, whole: ts.BinaryExpression | ts.ConditionalExpression): Use {
  const use = useOf(analysis, whole);
  return use.kind !== 'misuse' || /^(?:template|spread|iteration|operator)$/.test(use.misuse.kind)
    ? use
    : neutral;
}

function useInBinary(analysis: Analysis, parent: ts.BinaryExpression, node: ts.Node): Use {
  const operator = parent.operatorToken.kind;
  if (comparisons.has(operator)) {
    const other = node === parent.left ? parent.right : parent.left;
    const isNever =
      isPlainValue(analysis, other) || (isNothing(analysis, other) && isAlwaysPromise(analysis, node));
    return isNever ? misused({ kind: 'comparison' }) : asPromise;
  }
  if (calculations.has(operator)) {
    const text = parent.operatorToken.getText();
    return misused({ kind: 'operator', operator: text });
  }
  if (logical.has(operator)) {
    return useOfWhole(analysis, parent);
  }
  return operator === ts.SyntaxKind.InstanceOfKeyword ? asPromise : neutral;
}

function useOfProperty(
  analysis: Analysis,
  expression: ts.Expression,
  name: string,
  access: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): Use {
  const { checker } = analysis;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(expression));
  const own = checker.getPropertyOfType(type, name);
  if (own !== undefined) {
    return isText(name) && isFromLibrary(analysis, own) ? misused({ kind: 'template' }) : asPromise;
  }
  const isWritten = writtenBy(access.parent) === access;
  return !isWritten && hasInside(analysis, type, name) ? misused({ kind: 'property', name }) : asPromise;
}

/** `toString()`, which a promise only has from `Object`. */
function isText(name: string): boolean {
  return /^to(?:Locale)?String$/.test(name);
}

function useOfIndex(analysis: Analysis, expression: ts.Expression, access: ts.ElementAccessExpression): Use {
  const index = access.argumentExpression;
  if (ts.isStringLiteralLike(index) || ts.isNumericLiteral(index)) {
    return useOfProperty(analysis, expression, index.text, access);
  }
  const inside = analysis.checker.getAwaitedType(analysis.checker.getTypeAtLocation(expression));
  const isList =
    inside !== undefined && analysis.checker.getIndexTypeOfType(inside, ts.IndexKind.Number) !== undefined;
  return isList ? misused({ kind: 'property', name: index.getText() }) : neutral;
}

function useInPattern(analysis: Analysis, expression: ts.Expression, pattern: ts.BindingName): Use {
  if (ts.isArrayBindingPattern(pattern)) {
    return misused({ kind: 'iteration' });
  }
  if (!ts.isObjectBindingPattern(pattern)) {
    return neutral;
  }
  const type = analysis.checker.getTypeAtLocation(expression);
  for (const { propertyName, name, dotDotDotToken } of pattern.elements) {
    const key = propertyName ?? name;
    if (dotDotDotToken === undefined && (ts.isIdentifier(key) || ts.isStringLiteral(key))) {
      const known = analysis.checker.getPropertyOfType(type, key.text) !== undefined;
      if (!known && hasInside(analysis, type, key.text)) {
        return misused({ kind: 'property', name: key.text });
      }
    }
  }
  return neutral;
}

/**
 * Whether what a promise brings has (or, for all that is known, may have) a property: then `await` is what is missing. A
 * promise that something was hung on may have anything itself.
 */
function hasInside(analysis: Analysis, type: ts.Type, name: string): boolean {
  const { checker } = analysis;
  const awaited = checker.getAwaitedType(type);
  const inside = awaited === undefined ? undefined : checker.getNonNullableType(awaited);
  if (inside === undefined || type.isIntersection() || promiseKind(analysis, inside) !== undefined) {
    return false;
  }
  if (inside.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) {
    return true;
  }
  const members = inside.isUnion() ? inside.types : [inside];
  return members.some(
    (member) =>
      checker.getPropertyOfType(checker.getApparentType(member), name) !== undefined ||
      checker.getIndexTypeOfType(member, /^\d+$/.test(name) ? ts.IndexKind.Number : ts.IndexKind.String) !==
        undefined,
  );
}
