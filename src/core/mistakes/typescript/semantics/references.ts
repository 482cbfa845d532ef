import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { dressed } from './scopes';

/** The symbol that an identifier's value comes from, in this file. */
function valueSymbol(analysis: Analysis, node: ts.Identifier): ts.Symbol | undefined {
  const { checker } = analysis;
  if (ts.isShorthandPropertyAssignment(node.parent) && node.parent.name === node) {
    return checker.getShorthandAssignmentValueSymbol(node.parent);
  }
  if (ts.isExportSpecifier(node.parent)) {
    return checker.getExportSpecifierLocalTargetSymbol(node.parent);
  }
  return checker.getSymbolAtLocation(node);
}

/** Every mention of a `#name` that a symbol stands for, its declaration left out. */
export function privateReferencesTo(analysis: Analysis, symbol: ts.Symbol): readonly ts.PrivateIdentifier[] {
  return analysis.privateNames.filter(
    (node) =>
      !(ts.isClassElement(node.parent) && node.parent.name === node) &&
      analysis.checker.getSymbolAtLocation(node) === symbol,
  );
}

/**
 * Every mention of a symbol's value in the file, its declaration left out, in the order of the text; those of a member
 * are the names after the dot.
 */
export function referencesTo(analysis: Analysis, symbol: ts.Symbol): readonly ts.Identifier[] {
  const named = analysis.identifiers.get(symbol.name) ?? [];
  const isVariable = isLocalVariable(symbol);
  return named.filter(
    (node) =>
      !isDeclarationName(node) &&
      !(isVariable && isMemberName(node)) &&
      valueSymbol(analysis, node) === symbol,
  );
}

/** Whether a symbol is a variable that no other name leads to. */
function isLocalVariable({ flags, valueDeclaration }: ts.Symbol): boolean {
  return (
    (flags & ts.SymbolFlags.Variable) !== 0 &&
    valueDeclaration !== undefined &&
    (ts.getCombinedModifierFlags(valueDeclaration) & ts.ModifierFlags.Export) === 0
  );
}

function isMemberName(node: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
}

/** Whether a mention only gives the variable a new value. */
export function isWrite(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

function isDeclarationName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isFunctionExpression(parent) ||
      ts.isClassLike(parent) ||
      ts.isImportClause(parent) ||
      ts.isNamespaceImport(parent) ||
      ts.isImportSpecifier(parent) ||
      ts.isBindingElement(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isImportEqualsDeclaration(parent)) &&
    parent.name === node
  );
}

/** The call that a mention of a function or method makes, or undefined: it is handed on. */
export function callOf(mention: ts.Identifier | ts.PrivateIdentifier): ts.CallExpression | undefined {
  const { parent } = mention;
  const callee = ts.isPropertyAccessExpression(parent) && parent.name === mention ? parent : mention;
  const outer = dressed(callee);
  return ts.isCallExpression(outer.parent) && outer.parent.expression === outer ? outer.parent : undefined;
}
