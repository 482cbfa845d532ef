import { Language, Parser, type Tree } from 'web-tree-sitter';
import type { FirstError } from '../../syntax/first-error';
import { addNode, finished, type Draft, type TreeDraft } from './draft';
import { blankAt, unclosedBrackets } from './brackets';
import { firstErrorAt } from './first-error';
import type { SyntaxTree } from './node';
import { blankBroken } from './recover';

/** The two WebAssembly files of the grammar; the runtime as bytes, or as an address the platform can fetch. */
export interface Grammar {
  readonly runtimeWasm: Uint8Array | string;
  readonly languageWasm: Uint8Array;
}

/** Parses Python; undefined for a text that is too long or takes too long. */
export type Parse = (text: string) => SyntaxTree | undefined;

const longestText = 4_000_000;
/** In milliseconds: a busy machine may need a second for a page that is parsed in a hundredth. */
const longestParse = 10_000;
const withOperators = new Set([
  'binary_operator',
  'comparison_operator',
  'boolean_operator',
  'unary_operator',
  'augmented_assignment',
]);
const leftOut = new Set(['comment', 'line_continuation', 'string_content', 'escape_sequence']);

/** Reads Python with a grammar that is loaded once; nothing has to be freed. */
export interface PythonSyntax {
  readonly parse: Parse;
  /** Where the first piece of a text begins that cannot be understood, in UTF-16 units. */
  readonly firstError: FirstError;
}

export async function loadPythonSyntax({ runtimeWasm, languageWasm }: Grammar): Promise<PythonSyntax> {
  await Parser.init(
    typeof runtimeWasm === 'string'
      ? { locateFile: () => runtimeWasm }
      : { wasmBinary: runtimeWasm.slice().buffer },
  );
  const language = await Language.load(languageWasm);
  const parser = new Parser().setLanguage(language);
  const kinds = language.types.map((name, id) => ({
    name,
    named: language.nodeTypeIsNamed(id) && !leftOut.has(name),
  }));
  let wholeText: string | undefined;
  return {
    parse(text) {
      if (text.length > longestText) {
        return undefined;
      }
      const stopAt = Date.now() + longestParse;
      const parse = (source: string) => {
        parser.reset();
        return parser.parse(source, null, { progressCallback: () => Date.now() > stopAt });
      };
      const parses = (statement: string) =>
        use(parse(statement), ({ rootNode }) => !rootNode.hasError) ?? false;
      return use(parse(text), (tree) => {
        const whole = !tree.rootNode.hasError;
        wholeText = whole ? text : undefined;
        const unclosed = whole ? [] : unclosedBrackets(text);
        const copied = (of: Tree) => copy(of, { text, nodes: [], whole }, kinds, language.fields, unclosed);
        const mended = (of: Tree, source: string) =>
          spoilsTopLevel(of) ? use(parse(blankBroken(source, parses)), copied) : copied(of);
        const closed = blankAt(unclosed, text);
        return unclosed.length === 0 ? mended(tree, text) : use(parse(closed), (of) => mended(of, closed));
      });
    },
    firstError(text) {
      if (text === wholeText) {
        return undefined;
      }
      return use(parser.parse(text), (tree) => {
        const cursor = tree.rootNode.hasError ? tree.walk() : undefined;
        const place = cursor && firstErrorAt(cursor);
        cursor?.delete();
        return place;
      });
    },
  };
}

/** Frees the tree after its use. */
function use<T>(tree: Tree | null, result: (tree: Tree) => T): T | undefined {
  try {
    return tree === null ? undefined : result(tree);
  } finally {
    tree?.delete();
  }
}

/** Whether an error lies between the statements of a module, where it can swallow any number of them. */
function spoilsTopLevel({ rootNode }: Tree): boolean {
  return rootNode.isError || (rootNode.hasError && rootNode.children.some((child) => child.isError));
}

interface Kind {
  readonly name: string;
  readonly named: boolean;
}

function copy(
  tree: Tree,
  draft: TreeDraft,
  kinds: readonly Kind[],
  fields: readonly (string | null)[],
  spoilt: readonly number[],
): SyntaxTree {
  const cursor = tree.walk();
  const { hasError } = tree.rootNode;
  let parent: Draft | undefined;
  const add = (): Draft | undefined => {
    const kind = kinds[cursor.nodeTypeId] ?? { name: cursor.nodeType, named: true };
    if (hasError && (cursor.nodeIsMissing || kind.name === 'ERROR')) {
      markBroken(parent);
    }
    if (!kind.named && !(parent !== undefined && withOperators.has(parent.type))) {
      return undefined;
    }
    const field = cursor.currentFieldId;
    if (!kind.named && field === 0) {
      return undefined;
    }
    return addNode(draft, parent, {
      type: kind.name,
      field: fields[field] ?? undefined,
      start: cursor.startIndex,
      end: cursor.endIndex,
      broken:
        kind.name === 'ERROR' ||
        spoilt.some((place) => place >= cursor.startIndex && place <= cursor.endIndex),
    });
  };
  try {
    for (;;) {
      const node = add();
      if (node !== undefined && cursor.gotoFirstChild()) {
        parent = node;
        continue;
      }
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) {
          return finished(draft);
        }
        parent = parent?.parent;
      }
    }
  } finally {
    cursor.delete();
  }
}

function markBroken(from: Draft | undefined): void {
  for (let node = from; node !== undefined && !node.broken; node = node.parent) {
    node.broken = true;
  }
}
