import { Language, Parser, type TreeCursor } from 'web-tree-sitter';
import type { Grammar } from '../python/syntax/parser';
import type { FirstError } from './first-error';

/** Loads the grammar for looking at syntax alone, which is cheaper than reading a program for its meaning. */
export async function loadPythonSyntax({ runtimeWasm, languageWasm }: Grammar): Promise<FirstError> {
  await Parser.init(
    typeof runtimeWasm === 'string'
      ? { locateFile: () => runtimeWasm }
      : { wasmBinary: runtimeWasm.slice().buffer },
  );
  const parser = new Parser().setLanguage(await Language.load(languageWasm));
  return (text) => {
    const tree = parser.parse(text);
    const cursor = tree?.rootNode.hasError ? tree.walk() : undefined;
    const place = cursor && firstError(cursor);
    cursor?.delete();
    tree?.delete();
    return place;
  };
}

const whole = /(?:_statement|_definition|^comment)$/;

/** Goes down into the first child with an error; where none is at fault alone, to the first that is no statement. */
function firstError(cursor: TreeCursor): number {
  const { startIndex, currentNode } = cursor;
  const isRoot = currentNode.parent === null;
  if ((isRoot || !currentNode.isError) && cursor.gotoFirstChild()) {
    do {
      const { isMissing, hasError, type } = cursor.currentNode;
      if (isMissing || hasError) {
        return firstError(cursor);
      }
      if (isRoot && currentNode.isError && !whole.test(type)) {
        return cursor.startIndex;
      }
    } while (cursor.gotoNextSibling());
  }
  return startIndex;
}
