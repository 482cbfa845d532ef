import type { Mark, Outcome } from '../../../core/trace/trace';
import type { PieceState } from '../words';

/** A stretch of a row. Times are milliseconds since the program started. */
export interface Piece {
  readonly state: PieceState;
  readonly start: number;
  readonly end: number;
  readonly line: number | null;
  readonly on: string | null;
  /** The directly awaited call in which this happens, or for the loop the lane that keeps it. */
  readonly via?: string;
}

/** One row of the picture: the loop, a lane, or calls of one function that a lane awaited directly. */
export interface Row {
  /** The same for the same row in a later snapshot of the run. */
  readonly key: string;
  readonly kind: 'loop' | 'lane' | 'call';
  readonly name: string;
  readonly line: number | null;
  /** How deep it is nested: 0 for the loop and for a lane without parent. */
  readonly depth: number;
  readonly outcome: Outcome | null;
  /** Null while it has not ended, and for the loop. */
  readonly ended: number | null;
  /** Sorted, without overlap. */
  readonly pieces: readonly Piece[];
  /** Sorted by time. */
  readonly marks: readonly Mark[];
}
