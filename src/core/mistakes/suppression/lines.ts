import { positionsIn } from '../positions';

/** A text by its lines, which are counted from 0. */
export interface Lines {
  readonly count: number;
  /** The number of the line that an offset is on. */
  at(offset: number): number;
  start(line: number): number;
  /** A line without its end, empty where there is none. */
  text(line: number): string;
}

export function linesOf(text: string): Lines {
  const lines = text.split(/\r\n|\n|\r/);
  const position = positionsIn(text);
  const starts = [0];
  for (const lineBreak of text.matchAll(/\r\n|\n|\r/g)) {
    starts.push(lineBreak.index + lineBreak[0].length);
  }
  return {
    count: lines.length,
    at: (offset) => position(offset).line - 1,
    start: (line) => starts[line] ?? text.length,
    text: (line) => lines[line] ?? '',
  };
}
