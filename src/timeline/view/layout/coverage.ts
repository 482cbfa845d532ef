import type { Piece } from '../model/row';
import type { PieceState } from '../words';
import { sumsOf } from './sums';

const states: readonly PieceState[] = ['running', 'waiting', 'ready', 'blocked', 'busy', 'idle'];
const placeOf: Readonly<Record<PieceState, number>> = {
  running: 0,
  waiting: 1,
  ready: 2,
  blocked: 3,
  busy: 4,
  idle: 5,
};

/** How pieces too narrow to be seen share out the pixel columns of a row. */
export class Coverage {
  /** The columns that are covered, from left to right. */
  readonly columns: number[] = [];
  readonly #shares: Float64Array;
  readonly #present: Uint8Array;

  /** @param width Of the plot, in pixels. */
  constructor(width: number) {
    const count = Math.max(Math.ceil(width), 0) + 2;
    this.#shares = new Float64Array(count * states.length);
    this.#present = new Uint8Array(count);
  }

  /** Covers what a piece takes from pixel `from` to pixel `to`; one without length leaves its trace where it begins. */
  add(state: PieceState, from: number, to: number): void {
    const first = Math.floor(from);
    this.#put(first, state, Math.max(Math.min(to, first + 1) - from, 0));
    for (let column = first + 1; column < to; column++) {
      this.#put(column, state, Math.min(to, column + 1) - column);
    }
  }

  /** Covers a column with the pieces from `from` to `to` (exclusive), which all lie within it. */
  addWithin(
    column: number,
    pieces: readonly Piece[],
    from: number,
    to: number,
    pixelsPerMillisecond: number,
  ): void {
    for (const { state, upTo } of sumsOf(pieces)) {
      const share = ((upTo[to] ?? 0) - (upTo[from] ?? 0)) * pixelsPerMillisecond;
      if (share > 0) {
        this.#put(column, state, share);
      }
    }
  }

  has(column: number, state: PieceState): boolean {
    return ((this.#present[column] ?? 0) & (1 << placeOf[state])) !== 0;
  }

  /** The share of the column's time that each state has which occurs there. */
  sharesAt(column: number): Readonly<Partial<Record<PieceState, number>>> {
    const shares: Partial<Record<PieceState, number>> = {};
    const present = this.#present[column] ?? 0;
    let place = 0;
    for (const state of states) {
      if ((present & (1 << place)) !== 0) {
        shares[state] = this.#shares[column * states.length + place] ?? 0;
      }
      place++;
    }
    return shares;
  }

  #put(column: number, state: PieceState, share: number): void {
    const place = placeOf[state];
    const before = this.#present[column];
    if (before === undefined) {
      return;
    }
    if (before === 0) {
      this.columns.push(column);
    }
    this.#present[column] = before | (1 << place);
    this.#shares[column * states.length + place] =
      (this.#shares[column * states.length + place] ?? 0) + share;
  }
}
