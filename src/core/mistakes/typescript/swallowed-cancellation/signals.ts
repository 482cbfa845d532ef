import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { runNodes } from '../semantics/inside';
import { rootOf } from '../semantics/names';
import { bare, isFunction } from '../semantics/scopes';

/** The signal from outside that a piece of code gives to what it awaits, as it is written there. */
export function givenSignal(analysis: Analysis, code: ts.Node): ts.Expression | undefined {
  const awaited = runNodes(code).filter(ts.isAwaitExpression);
  const given = awaited.flatMap(({ expression }) => {
    const call = bare(expression);
    return ts.isCallExpression(call)
      ? call.arguments.flatMap((argument) => signalsIn(analysis, argument))
      : [];
  });
  return given.find((signal) => isFromOutside(analysis, signal));
}

function signalsIn(analysis: Analysis, argument: ts.Expression): readonly ts.Expression[] {
  const node = bare(argument);
  if (!ts.isObjectLiteralExpression(node)) {
    return isSignal(analysis, node) ? [node] : [];
  }
  return node.properties.flatMap((property) => {
    if (property.name?.getText() !== 'signal') {
      return [];
    }
    return ts.isShorthandPropertyAssignment(property)
      ? [property.name]
      : ts.isPropertyAssignment(property)
        ? [property.initializer]
        : [];
  });
}

function isSignal(analysis: Analysis, node: ts.Expression): boolean {
  const type = analysis.checker.getNonNullableType(analysis.checker.getTypeAtLocation(node));
  const isUntyped = (type.flags & ts.TypeFlags.Any) !== 0;
  return type.getSymbol()?.name === 'AbortSignal' || (isUntyped && /(?:^|\.)signal$/.test(node.getText()));
}

/** Whether a signal is a parameter of the function around, or part of one: somebody else aborts it. */
function isFromOutside(analysis: Analysis, signal: ts.Expression): boolean {
  const root = rootOf(signal);
  const isShorthand = ts.isIdentifier(root) && ts.isShorthandPropertyAssignment(root.parent);
  const symbol = isShorthand
    ? analysis.checker.getShorthandAssignmentValueSymbol(root.parent)
    : analysis.checker.getSymbolAtLocation(root);
  return isGiven(analysis, symbol?.valueDeclaration);
}

function isGiven(analysis: Analysis, declaration: ts.Declaration | undefined): boolean {
  if (declaration === undefined) {
    return false;
  }
  if (ts.isParameter(declaration)) {
    return isFunction(declaration.parent);
  }
  if (ts.isBindingElement(declaration)) {
    const owner = ts.findAncestor(
      declaration,
      (node) => ts.isParameter(node) || ts.isVariableDeclaration(node),
    );
    return owner !== undefined && ts.isParameter(owner)
      ? isFunction(owner.parent)
      : owner !== undefined && ts.isVariableDeclaration(owner) && comesFromParameter(analysis, owner);
  }
  return ts.isVariableDeclaration(declaration) && comesFromParameter(analysis, declaration);
}

function comesFromParameter(analysis: Analysis, { initializer }: ts.VariableDeclaration): boolean {
  const node = initializer === undefined ? undefined : bare(initializer);
  const isPath = node !== undefined && (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node));
  const root = isPath ? rootOf(node) : undefined;
  const symbol = root === undefined ? undefined : analysis.checker.getSymbolAtLocation(root);
  return symbol?.valueDeclaration !== undefined && ts.isParameter(symbol.valueDeclaration);
}
