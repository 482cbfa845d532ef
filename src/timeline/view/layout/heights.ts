import { firstNotBefore } from '../../../core/search';
import type { Row } from '../model/row';

/** Height of a row's bars with the room around them, in CSS pixels. */
export const rowHeight = 26;
/** Below it a row that has marks has a line for what they say. */
export const captionHeight = 14;

/** The upper edges of rows that stand below each other, in CSS pixels from the first one's, and at last the lower edge. */
export function topsOf(rows: readonly Row[]): Float64Array {
  const tops = new Float64Array(rows.length + 1);
  rows.forEach(({ marks }, index) => {
    tops[index + 1] = (tops[index] ?? 0) + (marks.length > 0 ? rowHeight + captionHeight : rowHeight);
  });
  return tops;
}

/** Of the rows from `first` to `end` (exclusive) those between two heights: the first one, and the one after the last. */
export function rowsBetween(
  tops: Float64Array,
  first: number,
  end: number,
  top: number,
  bottom: number,
): readonly [number, number] {
  const edge = (index: number) => tops[index] ?? Infinity;
  const from = firstNotBefore(first, end, (index) => edge(index + 1) <= top);
  return [from, firstNotBefore(from, end, (index) => edge(index) < bottom)];
}
