import { descendants, textOf, type SyntaxNode, type SyntaxTree } from '../syntax/node';

/** A statement that has its lines to itself. */
export interface Lines {
  /** Where its first line starts. */
  readonly start: number;
  readonly indent: string;
  /** Where its last line ends, before the line break. */
  readonly end: number;
  /** The comment after it, with the blanks before it, or ''. */
  readonly comment: string;
}

/** The lines of a statement; undefined when it shares them with other code. */
export function linesOf(statement: SyntaxNode): Lines | undefined {
  const { text } = statement.tree;
  const start = text.lastIndexOf('\n', statement.start - 1) + 1;
  const indent = text.slice(start, statement.start).replace(/^\uFEFF/, '');
  const rest = /^[^\r\n]*/.exec(text.slice(statement.end))?.[0] ?? '';
  const comment = rest.trimEnd();
  if (indent.trim() !== '' || !/^\s*(#.*)?$/.test(comment)) {
    return undefined;
  }
  return { start: statement.start - indent.length, indent, end: statement.end + rest.length, comment };
}

/** The file's line break. */
export function newlineOf({ text }: SyntaxTree): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** One step of indentation, as the file does it. */
export function stepOf({ text }: SyntaxTree): string {
  return /\n(\t| +)\S/.exec(text)?.[1] ?? '    ';
}

/** True when text may be indented further: no string in it goes over several lines. */
export function mayIndent(nodes: readonly SyntaxNode[]): boolean {
  return nodes.every((node) =>
    descendants(node).every((part) => part.type !== 'string' || !textOf(part).includes('\n')),
  );
}

/** A name that nothing in the file is called yet. */
export function freeName(wanted: string, { text }: Pick<SyntaxTree, 'text'>): string {
  let name = wanted;
  for (let number = 2; new RegExp(`\\b${name}\\b`).test(text); number += 1) {
    name = `${wanted}_${number}`;
  }
  return name;
}
