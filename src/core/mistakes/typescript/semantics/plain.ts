import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { isPlainCall } from './callee';
import { logical } from './conditions';

const plainValues: ReadonlySet<ts.SyntaxKind> = new Set([
  ...[ts.SyntaxKind.NumericLiteral, ts.SyntaxKind.StringLiteral, ts.SyntaxKind.BigIntLiteral],
  ...[ts.SyntaxKind.NoSubstitutionTemplateLiteral, ts.SyntaxKind.TemplateExpression],
  ...[ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.RegularExpressionLiteral],
  ...[ts.SyntaxKind.ArrayLiteralExpression, ts.SyntaxKind.ObjectLiteralExpression],
  ...[ts.SyntaxKind.FunctionExpression, ts.SyntaxKind.ArrowFunction, ts.SyntaxKind.ClassExpression],
  ...[ts.SyntaxKind.TypeOfExpression, ts.SyntaxKind.VoidExpression, ts.SyntaxKind.DeleteExpression],
  ...[
    ts.SyntaxKind.PrefixUnaryExpression,
    ts.SyntaxKind.PostfixUnaryExpression,
    ts.SyntaxKind.AwaitExpression,
  ],
]);

const plainTypes: ReadonlySet<ts.SyntaxKind> = new Set([
  ...[ts.SyntaxKind.StringKeyword, ts.SyntaxKind.NumberKeyword, ts.SyntaxKind.BooleanKeyword],
  ...[ts.SyntaxKind.BigIntKeyword, ts.SyntaxKind.SymbolKeyword, ts.SyntaxKind.LiteralType],
  ...[ts.SyntaxKind.VoidKeyword, ts.SyntaxKind.UndefinedKeyword, ts.SyntaxKind.ObjectKeyword],
  ...[
    ts.SyntaxKind.ArrayType,
    ts.SyntaxKind.TupleType,
    ts.SyntaxKind.TypeOperator,
    ts.SyntaxKind.TypeLiteral,
  ],
  ...[ts.SyntaxKind.FunctionType, ts.SyntaxKind.ConstructorType, ts.SyntaxKind.TemplateLiteralType],
]);

/** Whether a variable surely holds no promise, by its written type or by what it starts with alone. */
export function holdsNoPromise(
  analysis: Analysis,
  { type, initializer }: ts.VariableDeclaration | ts.ParameterDeclaration,
): boolean {
  if (analysis.javascript) {
    return false; // a comment may say another type
  }
  return type === undefined
    ? initializer !== undefined && isPlainValue(analysis, initializer)
    : isPlainType(type);
}

function isPlainType(type: ts.TypeNode): boolean {
  return ts.isUnionTypeNode(type) ? type.types.every(isPlainType) : plainTypes.has(type.kind);
}

function isPlainValue(analysis: Analysis, node: ts.Expression): boolean {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    return isPlainCall(analysis, node, 'value');
  }
  if (ts.isConditionalExpression(node)) {
    return isPlainValue(analysis, node.whenTrue) && isPlainValue(analysis, node.whenFalse);
  }
  if (ts.isBinaryExpression(node) && logical.has(node.operatorToken.kind)) {
    return isPlainValue(analysis, node.left) && isPlainValue(analysis, node.right);
  }
  return plainValues.has(node.kind);
}
