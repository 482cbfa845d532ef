/** Index of the first piece that ends after `time`, or the count of pieces; they are sorted and do not overlap. */
export function firstEndingAfter(pieces: readonly { readonly end: number }[], time: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? Infinity) <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Index of the first mark at or after `time`, or the count of marks; they are sorted. */
export function firstAfter(marks: readonly { readonly time: number }[], time: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.time ?? Infinity) < time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
