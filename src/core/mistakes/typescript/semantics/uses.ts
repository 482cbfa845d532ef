import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { isCondition, logical } from './conditions';
import { dressed, started } from './scopes';
import { comparisons, isNeverNothing, isNothing, isPlainValue } from './equality';
import { useInPattern, useOfIndex, useOfProperty } from './members';
import { takingOf } from './takers';
import { asPromise, misused, neutral, type Use } from './use';
import { wantedInstead } from './wanted';

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

/** Whether a member of what an expression brings is asked for where it stands, or a text made of it. */
export function isLookedInto(expression: ts.Expression): boolean {
  const { parent } = dressed(expression);
  return (
    ts.isPropertyAccessExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isTemplateSpan(parent) ||
    (ts.isVariableDeclaration(parent) && !ts.isIdentifier(parent.name)) ||
    ts.isConditionalExpression(parent) ||
    (ts.isBinaryExpression(parent) && logical.has(parent.operatorToken.kind))
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
      isPlainValue(analysis, other) || (isNothing(analysis, other) && isNeverNothing(analysis, node));
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
