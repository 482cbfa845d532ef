import { ts } from '@ts-morph/common';
import { isFunction } from './scopes';

/** Whether `wanted` holds for a node or for what runs with it; functions inside are not looked into. */
export function runs(node: ts.Node, wanted: (node: ts.Node) => boolean): boolean {
  return (
    wanted(node) ||
    (!isFunction(node) && (ts.forEachChild(node, (child) => runs(child, wanted) || undefined) ?? false))
  );
}

/** Whether `wanted` holds for a node or anything in it, functions included. */
export function contains(node: ts.Node, wanted: (node: ts.Node) => boolean): boolean {
  return wanted(node) || (ts.forEachChild(node, (child) => contains(child, wanted) || undefined) ?? false);
}

/** The nodes that run with a node, itself first; functions inside are not looked into. */
export function runNodes(root: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  runs(root, (node) => {
    found.push(node);
    return false;
  });
  return found;
}

const awaitUsing: number = ts.NodeFlags.AwaitUsing;

/** Whether a function waits at a node itself: `await`, `for await`, `await using`. */
export function isAwait(node: ts.Node): boolean {
  return (
    ts.isAwaitExpression(node) ||
    (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
    (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === awaitUsing)
  );
}

const assignments: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusPlusToken,
  ts.SyntaxKind.MinusMinusToken,
]);

/** What a node gives a new value: the left side of an assignment, the operand of `++` or `--`, what is deleted. */
export function writtenBy(node: ts.Node): ts.Expression | undefined {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const isAssignment = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
    return isAssignment ? node.left : undefined;
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return assignments.has(node.operator) ? node.operand : undefined;
  }
  return ts.isDeleteExpression(node) ? node.expression : undefined;
}

/** Whether a piece of code can leave early what it stands in: by `break`, `continue`, `return`, `throw` or `yield`. */
export function isExit(node: ts.Node): boolean {
  return (
    ts.isBreakOrContinueStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isYieldExpression(node)
  );
}
