/** Lines in this module count from 0. */

/** A replacement in a document: lines `start` to `end` were touched and are now `newLines` lines more than one. */
export interface LineChange {
  readonly start: number;
  readonly end: number;
  /** Line breaks in the text that was put there. */
  readonly newLines: number;
}

/** The line that contains a fragment, the first where several do; undefined when none does. */
export function lineOf(text: string, fragment: string): number | undefined {
  const at = text.indexOf(fragment);
  return at === -1 ? undefined : text.slice(0, at).split('\n').length - 1;
}

/** Where a line is after a change above or on it; inside a deleted stretch it becomes the stretch's first line. */
export function movedLine(line: number, { start, end, newLines }: LineChange): number {
  if (line < start || (line === start && end === start)) {
    return line;
  }
  return line <= end ? Math.min(line, start + newLines) : line + newLines - (end - start);
}
