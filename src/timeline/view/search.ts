import { firstNotBefore } from '../../core/search';

/** Index of the first mark at or after `time`, or the count of marks; they are sorted. */
export function firstFrom(marks: readonly { readonly time: number }[], time: number): number {
  return firstNotBefore(0, marks.length, (index) => (marks[index]?.time ?? Infinity) < time);
}
