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

/** Goes down into the first child with an error, until there is none below. */
function firstError(cursor: TreeCursor): number {
  const { startIndex, currentNode } = cursor;
  if (!currentNode.isError && cursor.gotoFirstChild()) {
    do {
      const { isMissing, hasError } = cursor.currentNode;
      if (isMissing || hasError) {
        return firstError(cursor);
      }
    } while (cursor.gotoNextSibling());
  }
  return startIndex;
}
