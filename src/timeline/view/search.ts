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
