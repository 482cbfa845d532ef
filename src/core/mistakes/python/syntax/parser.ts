import { Language, Parser, type Tree } from 'web-tree-sitter';
import type { SyntaxNode, SyntaxTree } from './node';
import { blankBroken } from './recover';

/** The two WebAssembly files of the grammar; the runtime as bytes, or as an address the platform can fetch. */
export interface Grammar {
  readonly runtimeWasm: Uint8Array | string;
  readonly languageWasm: Uint8Array;
}

/** Parses Python; undefined for a text that is too long or takes too long. */
export type Parse = (text: string) => SyntaxTree | undefined;

const longestText = 4_000_000;
const longestParse = 2_000;
const withOperators = new Set([
  'binary_operator',
  'comparison_operator',
  'boolean_operator',
  'unary_operator',
  'augmented_assignment',
]);
const leftOut = new Set(['comment', 'line_continuation', 'string_content', 'escape_sequence']);

/** Loads the grammar once; the function it gives is cheap and keeps nothing between calls. */
export async function loadParser(grammar: Grammar): Promise<Parse> {
  const { runtimeWasm } = grammar;
  await Parser.init(
    typeof runtimeWasm === 'string'
      ? { locateFile: () => runtimeWasm }
      : { wasmBinary: runtimeWasm.slice().buffer },
  );
  const language = await Language.load(grammar.languageWasm);
  const parser = new Parser().setLanguage(language);
  const kinds = language.types.map((name, id) => ({
    name,
    named: language.nodeTypeIsNamed(id) && !leftOut.has(name),
  }));
  return (text) => {
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
    const copied = (tree: Tree) => copy(tree, text, kinds, language.fields);
    return use(parse(text), (tree) =>
      spoilsTopLevel(tree) ? use(parse(blankBroken(text, parses)), copied) : copied(tree),
    );
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

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Draft = Mutable<Omit<SyntaxNode, 'children' | 'parent'>> & {
  children: Draft[];
  parent: Draft | undefined;
};

function copy(
  tree: Tree,
  text: string,
  kinds: readonly Kind[],
  fields: readonly (string | null)[],
): SyntaxTree {
  const nodes: Draft[] = [];
  const { hasError } = tree.rootNode;
  const copied: Mutable<Omit<SyntaxTree, 'root'>> & { root?: Draft } = { text, nodes };
  const cursor = tree.walk();
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
    const node: Draft = {
      type: kind.name,
      field: fields[field] ?? undefined,
      parent,
      children: [],
      start: cursor.startIndex,
      end: cursor.endIndex,
      index: nodes.length,
      broken: kind.name === 'ERROR',
      tree: copied as SyntaxTree,
    };
    nodes.push(node);
    parent?.children.push(node);
    return node;
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
          const [root] = nodes;
          if (root === undefined) {
            throw new Error('The parser gave a tree without a root.');
          }
          return Object.assign(copied, { root });
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
