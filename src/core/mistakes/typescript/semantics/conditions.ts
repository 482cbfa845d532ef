import { ts } from '@ts-morph/common';
import { dressed } from './scopes';

/** The operators that hand one of their sides on. */
export const logical: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** Whether the truth of an expression decides something where it stands. */
export function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  const isFirst =
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken;
  return isTested(node) || (isFirst && logical.has(parent.operatorToken.kind));
}

/** Whether nothing but the truth of an expression matters where it stands. */
function isTested(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) {
    return parent.expression === node;
  }
  if (ts.isForStatement(parent) || ts.isConditionalExpression(parent)) {
    return parent.condition === node;
  }
  if (ts.isPrefixUnaryExpression(parent)) {
    return parent.operator === ts.SyntaxKind.ExclamationToken;
  }
  return (
    ts.isBinaryExpression(parent) &&
    parent.right === node &&
    logical.has(parent.operatorToken.kind) &&
    isTested(dressed(parent))
  );
}
