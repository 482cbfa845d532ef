import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { bare } from './scopes';

/** The leftmost part of a chain of members and calls: `db` of `db.users.find(id)`. */
export function rootOf(expression: ts.Expression): ts.Expression {
  let at = bare(expression);
  while (
    ts.isPropertyAccessExpression(at) ||
    ts.isElementAccessExpression(at) ||
    ts.isCallExpression(at) ||
    ts.isAwaitExpression(at)
  ) {
    at = bare(at.expression);
  }
  return at;
}

/** The last name of what is called: `find` of `db.users.find(id)`. */
export function calledName(call: ts.CallExpression): string | undefined {
  const callee = bare(call.expression);
  return ts.isPropertyAccessExpression(callee)
    ? callee.name.text
    : ts.isIdentifier(callee)
      ? callee.text
      : undefined;
}

/** The symbols that a variable's name or pattern declares. */
export function boundSymbols(analysis: Analysis, name: ts.BindingName): readonly ts.Symbol[] {
  if (ts.isIdentifier(name)) {
    const symbol = analysis.checker.getSymbolAtLocation(name);
    return symbol === undefined ? [] : [symbol];
  }
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : boundSymbols(analysis, element.name),
  );
}

/** Whether an identifier in or at a node stands for one of the symbols. */
export function mentions(analysis: Analysis, node: ts.Node, symbols: ReadonlySet<ts.Symbol>): boolean {
  if (ts.isIdentifier(node)) {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? analysis.checker.getShorthandAssignmentValueSymbol(node.parent)
      : analysis.checker.getSymbolAtLocation(node);
    return symbol !== undefined && symbols.has(symbol);
  }
  return ts.forEachChild(node, (child) => mentions(analysis, child, symbols) || undefined) ?? false;
}
