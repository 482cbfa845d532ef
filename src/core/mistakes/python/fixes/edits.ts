import type { TextEdit } from '../../finding';
import type { SyntaxNode } from '../syntax/node';

/** Sorts edits and joins insertions at one place, in the order given. */
export function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last?.start === edit.start && last.end === edit.end) {
      if (last.newText !== edit.newText) {
        result[result.length - 1] = { ...last, newText: last.newText + edit.newText };
      }
    } else {
      result.push(edit);
    }
  }
  return result;
}

/** An insertion at an offset. */
export function insert(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}

/** Puts text before and after a node. */
export function wrap(node: SyntaxNode, before: string, after: string): readonly TextEdit[] {
  return [insert(node.start, before), insert(node.end, after)];
}

/** True where an `await` expression needs parentheses: it binds weaker than what follows it. */
export function bindsWeaker(node: SyntaxNode): boolean {
  const { parent } = node;
  return (
    (parent?.type === 'attribute' && node.field === 'object') ||
    (parent?.type === 'subscript' && node.field === 'value') ||
    (parent?.type === 'call' && node.field === 'function')
  );
}

/** Puts `await` before an expression, with parentheses where they are needed. */
export function awaitEdits(node: SyntaxNode): readonly TextEdit[] {
  return bindsWeaker(node) ? wrap(node, '(await ', ')') : [insert(node.start, 'await ')];
}
