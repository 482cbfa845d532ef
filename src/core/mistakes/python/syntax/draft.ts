import type { SyntaxNode, SyntaxTree } from './node';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A node while its tree is being built. */
export type Draft = Mutable<Omit<SyntaxNode, 'children' | 'parent'>> & {
  children: Draft[];
  parent: Draft | undefined;
};

/** A tree while it is being built: `nodes[0]` becomes its root. */
export interface TreeDraft extends Omit<SyntaxTree, 'root'> {
  readonly nodes: Draft[];
  readonly root?: Draft;
}

/** Adds a node behind the others and to its parent. */
export function addNode(
  tree: TreeDraft,
  parent: Draft | undefined,
  content: Pick<SyntaxNode, 'type' | 'field' | 'start' | 'end' | 'broken'>,
): Draft {
  const { type, field, start, end, broken } = content;
  const node: Draft = {
    type,
    field,
    parent,
    children: [],
    start,
    end,
    index: tree.nodes.length,
    broken,
    tree: tree as SyntaxTree,
  };
  tree.nodes.push(node);
  parent?.children.push(node);
  return node;
}

/** The tree that a draft has become. */
export function finished(tree: TreeDraft): SyntaxTree {
  const [root] = tree.nodes;
  if (root === undefined) {
    throw new Error('The parser gave a tree without a root.');
  }
  return Object.assign(tree, { root });
}
