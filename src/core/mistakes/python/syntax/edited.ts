import { addNode, finished, type TreeDraft } from './draft';
import type { SyntaxNode, SyntaxTree } from './node';
import type { Parse } from './parser';

/**
 * Parses a document that is edited again and again: only the top-level statements around an edit are parsed anew, what
 * stands before and after them is taken over. Gives what `parse` gives for the whole text.
 */
export function parseEdited(parse: Parse): (path: string, text: string) => SyntaxTree | undefined {
  let last: { readonly path: string; readonly tree: SyntaxTree } | undefined;
  return (path, text) => {
    const tree = (last?.path === path ? edited(last.tree, text, parse) : undefined) ?? parse(text);
    last = tree && { path, tree };
    return tree;
  };
}

/** Undefined where the parts of the text may depend on each other, or nothing would be won. */
function edited(old: SyntaxTree, text: string, parse: Parse): SyntaxTree | undefined {
  if (!old.whole || old.text === text) {
    return old.text === text ? old : undefined;
  }
  const { from, to } = touched(old, text);
  const moved = text.length - old.text.length;
  const start = from?.start ?? 0;
  const piece = text.slice(start, to === undefined ? undefined : to.start + moved);
  if (piece.length * 2 > text.length || (to !== undefined && /\\\s*$/.test(piece))) {
    return undefined;
  }
  const part = parse(piece);
  if (part?.whole !== true) {
    return undefined;
  }
  const tree: TreeDraft = { text, nodes: [], whole: true };
  const { root } = old;
  addNode(tree, undefined, {
    ...root,
    start: from === undefined ? part.root.start : root.start,
    end: to === undefined ? part.root.end + start : root.end + moved,
  });
  takeOver(tree, old.nodes.slice(1, from?.index ?? 1), 0);
  takeOver(tree, part.nodes.slice(1), start);
  takeOver(tree, to === undefined ? [] : old.nodes.slice(to.index), moved);
  return finished(tree);
}

/**
 * Between which top-level statements the edit lies, one more on each side: `from` is the first to parse anew, `to` the
 * first after them; both begin a line, and are undefined at the ends of the text.
 */
function touched(
  { text: before, root: { children } }: SyntaxTree,
  after: string,
): { readonly from: SyntaxNode | undefined; readonly to: SyntaxNode | undefined } {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before.charCodeAt(same) === after.charCodeAt(same)) {
    same += 1;
  }
  let end = before.length;
  const moved = after.length - before.length;
  while (
    end > same &&
    end + moved > same &&
    before.charCodeAt(end - 1) === after.charCodeAt(end - 1 + moved)
  ) {
    end -= 1;
  }
  const beginsLine = ({ start }: SyntaxNode) => before[start - 1] === '\n';
  const above = children.filter((statement) => statement.end < same);
  const below = children.filter((statement) => statement.start > end);
  return { from: above.findLast(beginsLine), to: below.slice(1).find(beginsLine) };
}

function takeOver(tree: TreeDraft, nodes: readonly SyntaxNode[], moved: number): void {
  const [first] = nodes;
  if (first === undefined) {
    return;
  }
  const further = tree.nodes.length - first.index;
  for (const node of nodes) {
    const isStatement = node.parent === node.tree.root;
    const parent = isStatement ? 0 : (node.parent?.index ?? 0) + further;
    addNode(tree, tree.nodes[parent], {
      type: node.type,
      field: node.field,
      start: node.start + moved,
      end: node.end + moved,
      broken: node.broken,
    });
  }
}
