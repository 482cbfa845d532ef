import { firstNotBefore } from '../search';

/** A place as people count it: from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into positions. Lines end with LF, CRLF or CR. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (const lineBreak of text.matchAll(/\r\n|\n|\r/g)) {
    starts.push(lineBreak.index + lineBreak[0].length);
  }
  return (offset) => {
    const line = firstNotBefore(1, starts.length, (index) => (starts[index] ?? 0) <= offset);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}
