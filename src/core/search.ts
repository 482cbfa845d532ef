/**
 * Binary search: the first index from `low` on, below `high`, for which `isBefore` does not hold; `high` when it holds
 * for all. Once it fails it must fail for all that follow.
 */
export function firstNotBefore(low: number, high: number, isBefore: (index: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
