import type { SyntaxNode } from '../syntax/node';

/** The statements of a block or module with the given one in it, and its place among them. */
export function siblingsOf(
  statement: SyntaxNode,
): readonly [statements: readonly SyntaxNode[], place: number] {
  const statements = statement.parent?.children ?? [];
  return [statements, statements.indexOf(statement)];
}

/** The ancestor of a node, or the node itself, that is a statement of this block. */
export function statementIn(block: SyntaxNode, node: SyntaxNode): SyntaxNode | undefined {
  let current: SyntaxNode | undefined = node;
  while (current !== undefined && current.parent !== block) {
    current = current.parent;
  }
  return current;
}
