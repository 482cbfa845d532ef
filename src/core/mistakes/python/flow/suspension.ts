import { isAsync, type SyntaxNode } from '../syntax/node';

/** True for what lets the event loop go on: `await`, `async for`, `async with`. */
export function suspends(node: SyntaxNode): boolean {
  switch (node.type) {
    case 'await':
      return true;
    case 'for_statement':
    case 'with_statement':
    case 'for_in_clause':
      return isAsync(node);
    default:
      return false;
  }
}
