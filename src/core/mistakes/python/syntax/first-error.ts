import type { TreeCursor } from 'web-tree-sitter';

const whole = /(?:_statement|_definition|^comment)$/;

/** Goes down into the first child with an error; where none is at fault alone, to the first that is no statement. */
export function firstErrorAt(cursor: TreeCursor): number {
  const { startIndex, currentNode } = cursor;
  const isRoot = currentNode.parent === null;
  if ((isRoot || !currentNode.isError) && cursor.gotoFirstChild()) {
    do {
      const { isMissing, hasError, type } = cursor.currentNode;
      if (isMissing || hasError) {
        return firstErrorAt(cursor);
      }
      if (isRoot && currentNode.isError && !whole.test(type)) {
        return cursor.startIndex;
      }
    } while (cursor.gotoNextSibling());
  }
  return startIndex;
}
