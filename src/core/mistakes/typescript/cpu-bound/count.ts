import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { referencesTo } from '../semantics/references';
import { writtenBy } from '../semantics/inside';
import { bare } from '../semantics/scopes';

/** Values that are known besides constants: of parameters in a call, of the variables of loops around. */
export type Known = ReadonlyMap<ts.Symbol, number>;

/** The number that an expression surely has, or undefined. */
export function numberOf(analysis: Analysis, expression: ts.Expression, known: Known): number | undefined {
  const node = bare(expression);
  if (ts.isNumericLiteral(node)) {
    return Number(node.text);
  }
  if (ts.isBinaryExpression(node)) {
    const left = numberOf(analysis, node.left, known);
    const right = numberOf(analysis, node.right, known);
    return left === undefined || right === undefined
      ? undefined
      : calculate(left, node.operatorToken.kind, right);
  }
  if (node.getText() === 'Number.MAX_SAFE_INTEGER') {
    return Number.MAX_SAFE_INTEGER;
  }
  return ts.isIdentifier(node) ? numberOfName(analysis, node, known) : undefined;
}

function calculate(left: number, operator: ts.SyntaxKind, right: number): number | undefined {
  switch (operator) {
    case ts.SyntaxKind.PlusToken:
      return left + right;
    case ts.SyntaxKind.MinusToken:
      return left - right;
    case ts.SyntaxKind.AsteriskToken:
      return left * right;
    case ts.SyntaxKind.SlashToken:
      return left / right;
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return left ** right;
    default:
      return undefined;
  }
}

function numberOfName(analysis: Analysis, name: ts.Identifier, known: Known): number | undefined {
  const symbol = analysis.checker.getSymbolAtLocation(name);
  const value = symbol === undefined ? undefined : known.get(symbol);
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || value !== undefined || declaration === undefined) {
    return value;
  }
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) {
    return undefined;
  }
  const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  const isFixed = isConst || !referencesTo(analysis, symbol).some((mention) => isWritten(mention));
  return isFixed ? numberOf(analysis, declaration.initializer, new Map()) : undefined;
}

function isWritten(mention: ts.Identifier): boolean {
  return writtenBy(mention.parent) === mention;
}

/** What a counting loop counts: its variable, from where, and by how much in each round. */
export interface Counter {
  readonly symbol: ts.Symbol;
  readonly from: number;
  readonly step: number;
}

/** How often a loop with this condition runs, or undefined when it cannot be read off. */
export function roundsOf(
  analysis: Analysis,
  condition: ts.Expression,
  { symbol, from, step }: Counter,
  known: Known,
): number | undefined {
  const node = bare(condition);
  if (!ts.isBinaryExpression(node) || analysis.checker.getSymbolAtLocation(bare(node.left)) !== symbol) {
    return undefined;
  }
  const to = numberOf(analysis, node.right, known);
  const operator = node.operatorToken.kind;
  const upwards = operator === ts.SyntaxKind.LessThanToken || operator === ts.SyntaxKind.LessThanEqualsToken;
  const downwards =
    operator === ts.SyntaxKind.GreaterThanToken || operator === ts.SyntaxKind.GreaterThanEqualsToken;
  if (to === undefined || step === 0 || (upwards ? step < 0 : !downwards || step > 0)) {
    return undefined;
  }
  return Math.max(0, (to - from) / step);
}

/** By how much a node moves a variable: `i++`, `i -= 2`, `i = i + 1`. */
export function stepOf(analysis: Analysis, node: ts.Node, symbol: ts.Symbol): number | undefined {
  const target = writtenBy(node);
  if (target === undefined || analysis.checker.getSymbolAtLocation(bare(target)) !== symbol) {
    return undefined;
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return node.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1;
  }
  if (!ts.isBinaryExpression(node)) {
    return undefined;
  }
  const by = numberOf(analysis, node.right, new Map());
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.PlusEqualsToken:
      return by;
    case ts.SyntaxKind.MinusEqualsToken:
      return by === undefined ? undefined : -by;
    default:
      return undefined;
  }
}
