import { firstNotBefore } from '../../../core/search';
import type { Piece } from '../model/row';
import type { PieceState } from '../words';

/** For a state that occurs, the milliseconds that the first n pieces spend in it, at index n. */
export interface Sum {
  readonly state: PieceState;
  readonly upTo: Float64Array;
}

export type Sums = readonly Sum[];

const known = new WeakMap<readonly Piece[], Sums>();

/** The sums over a row's pieces, made once: they make the cost of a dense picture independent of how many there are. */
export function sumsOf(pieces: readonly Piece[]): Sums {
  let sums = known.get(pieces);
  if (sums === undefined) {
    sums = make(pieces);
    known.set(pieces, sums);
  }
  return sums;
}

function make(pieces: readonly Piece[]): Sums {
  const sums: Sum[] = [];
  pieces.forEach(({ state, start, end }, index) => {
    if (!sums.some((sum) => sum.state === state)) {
      sums.push({ state, upTo: new Float64Array(pieces.length + 1) });
    }
    for (const { state: other, upTo } of sums) {
      upTo[index + 1] = (upTo[index] ?? 0) + (other === state ? end - start : 0);
    }
  });
  return sums;
}

/** Index of the first piece from `from` on that ends after `time`, found in steps that double. */
export function leap(pieces: readonly Piece[], from: number, time: number): number {
  const endOf = (index: number) => pieces[index]?.end ?? Infinity;
  let step = 1;
  let low = from;
  while (endOf(low + step - 1) <= time) {
    low += step;
    step *= 2;
  }
  const high = Math.min(low + step - 1, pieces.length);
  return firstNotBefore(low, high, (index) => endOf(index) <= time);
}
