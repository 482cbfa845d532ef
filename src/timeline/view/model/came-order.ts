import type { SaidOrder } from '../../protocol';
import type { OutputLine } from '../output';

/** Something that was written, and when, in milliseconds since the program started. */
export interface Came {
  readonly item: string;
  readonly time: number;
}

/**
 * In which order the things came that an order speaks of: lines by their first coming; words by the last line that names
 * all of them, else by the last line of each. Null where the run does not show the order that is right.
 */
export function cameOrder(
  { of, items, right }: SaidOrder,
  lines: readonly OutputLine[],
): readonly Came[] | null {
  const came =
    of === 'lines' ? firstLines(items, lines) : (inOneLine(items, lines) ?? lastLines(items, lines));
  const isRight = right.every((item, index) => came[index]?.item === item);
  return isRight ? came : null;
}

function firstLines(items: readonly string[], lines: readonly OutputLine[]): readonly Came[] {
  return inOrder(items, lines, (item) =>
    lines.findIndex(({ text }) => text.toLowerCase().startsWith(item.toLowerCase())),
  );
}

function lastLines(items: readonly string[], lines: readonly OutputLine[]): readonly Came[] {
  return inOrder(items, lines, (item) => lines.findLastIndex(({ text }) => placeIn(text, item) !== -1));
}

function inOneLine(items: readonly string[], lines: readonly OutputLine[]): readonly Came[] | undefined {
  const line = lines.findLast(({ text }) => items.every((item) => placeIn(text, item) !== -1));
  return (
    line &&
    items
      .toSorted((a, b) => placeIn(line.text, a) - placeIn(line.text, b))
      .map((item) => ({ item, time: line.time }))
  );
}

/** The items by the lines that `find` names, without those for which it finds none. */
function inOrder(
  items: readonly string[],
  lines: readonly OutputLine[],
  find: (item: string) => number,
): readonly Came[] {
  return items
    .map((item) => ({ item, place: find(item) }))
    .filter(({ place }) => place !== -1)
    .toSorted((a, b) => a.place - b.place)
    .map(({ item, place }) => ({ item, time: lines[place]?.time ?? 0 }));
}

/** Where the word stands in a text, -1 where it does not; `1` does not stand in `1.5`. */
function placeIn(text: string, word: string): number {
  const pattern = new RegExp(`(?<![\\p{L}\\d.])${word}(?![\\p{L}\\d]|\\.\\d)`, 'iu');
  return text.search(pattern);
}
