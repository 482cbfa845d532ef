import type { TextRange } from '../../finding';

/** A whole file's syntax, copied out of the parser: nothing here has to be freed. Offsets are UTF-16 units. */
export interface SyntaxTree {
  readonly text: string;
  /** All nodes, parents before children, in the order of the text. */
  readonly nodes: readonly SyntaxNode[];
  readonly root: SyntaxNode;
  /** False when the parser had to guess somewhere, or left something out. */
  readonly whole: boolean;
}

/** A named node of tree-sitter's Python grammar (comments left out), or an operator. */
export interface SyntaxNode extends TextRange {
  readonly type: string;
  /** The node's role in its parent, for instance `left`. */
  readonly field: string | undefined;
  readonly parent: SyntaxNode | undefined;
  readonly children: readonly SyntaxNode[];
  /** Position in the tree's `nodes`. */
  readonly index: number;
  /** True when the parser had to guess somewhere in this node. */
  readonly broken: boolean;
  readonly tree: SyntaxTree;
}

/** The node's source text. */
export function textOf(node: SyntaxNode): string {
  return node.tree.text.slice(node.start, node.end);
}

/** The first child that plays the given role. */
export function child(node: SyntaxNode, field: string): SyntaxNode | undefined {
  return node.children.find((candidate) => candidate.field === field);
}

/** True for `async def`, `async for`, `async with` and `async for` clauses. */
export function isAsync(node: SyntaxNode): boolean {
  return /^async\b/.test(node.tree.text.slice(node.start, node.start + 6));
}

/** The node without the parentheses around it. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.type === 'parenthesized_expression' || inner.type === 'type') {
    const only = inner.children[0];
    if (only === undefined) {
      return inner;
    }
    inner = only;
  }
  return inner;
}

/** The arguments of a call in order; empty for a bare generator argument. */
export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = child(call, 'arguments');
  return list?.type === 'argument_list' ? list.children : [];
}

/** The value of a call's keyword argument. */
export function keyword(call: SyntaxNode, name: string): SyntaxNode | undefined {
  for (const argument of argumentsOf(call)) {
    const key = argument.type === 'keyword_argument' ? child(argument, 'name') : undefined;
    if (key !== undefined && textOf(key) === name) {
      return child(argument, 'value');
    }
  }
  return undefined;
}

/** The call's plain positional arguments, up to the first `*args`. */
export function positional(call: SyntaxNode): readonly SyntaxNode[] {
  const plain = argumentsOf(call).filter(
    ({ type }) => type !== 'keyword_argument' && type !== 'dictionary_splat',
  );
  const splat = plain.findIndex(({ type }) => type === 'list_splat');
  return splat < 0 ? plain : plain.slice(0, splat);
}

/** The nearest ancestor (or the node itself) of one of the given types. */
export function closest(node: SyntaxNode, types: ReadonlySet<string>): SyntaxNode | undefined {
  let current: SyntaxNode | undefined = node;
  while (current !== undefined && !types.has(current.type)) {
    current = current.parent;
  }
  return current;
}

/** True when `outer` contains `inner` or is it. */
export function contains(outer: SyntaxNode, inner: SyntaxNode): boolean {
  return outer.tree === inner.tree && inner.index >= outer.index && inner.index <= lastIndex(outer);
}

/** The descendants of a node, itself included, in the order of the text. */
export function descendants(node: SyntaxNode): readonly SyntaxNode[] {
  return node.tree.nodes.slice(node.index, lastIndex(node) + 1);
}

function lastIndex(node: SyntaxNode): number {
  let last = node;
  for (let next = last.children.at(-1); next !== undefined; next = last.children.at(-1)) {
    last = next;
  }
  return last.index;
}

/** What a call calls, on one line and not too long, for messages. */
export function calleeText(call: SyntaxNode): string {
  const callee = child(call, 'function');
  const text = callee === undefined ? '' : textOf(callee).replace(/\s+/g, ' ');
  return text.length > 60 ? `…${text.slice(-60)}` : text;
}

/** The line on which a node starts, counted from 1. */
export function lineOf(node: SyntaxNode): number {
  return node.tree.text.slice(0, node.start).split(/\r\n|\r|\n/).length;
}
