import type { Row } from './row';

/** The rows without those that belong to a folded one. */
export function unfolded(rows: readonly Row[], folded: ReadonlySet<string>): readonly Row[] {
  if (folded.size === 0) {
    return rows;
  }
  let hiddenBelow = Infinity;
  return rows.filter((row) => {
    if (row.depth > hiddenBelow) {
      return false;
    }
    hiddenBelow = folded.has(row.key) ? row.depth : Infinity;
    return true;
  });
}

/** Index of the row itself, or of the folded row that it is hidden in; -1 when there is neither. */
export function indexShowing(rows: readonly Row[], shown: readonly Row[], key: string): number {
  let at = rows.findIndex((row) => row.key === key);
  while (at >= 0) {
    const row = rows[at];
    const index = shown.findIndex((other) => other.key === row?.key);
    if (row === undefined || index >= 0) {
      return index;
    }
    at = rows.findLastIndex((other, place) => place < at && other.depth < row.depth);
  }
  return -1;
}
