import type { InFile, Level, Mark, Outcome } from '../../../core/trace/trace';
import type { PieceState } from '../words';

/** A stretch of a row. Times are milliseconds since the program started. */
export interface Piece extends InFile {
  readonly state: PieceState;
  readonly start: number;
  readonly end: number;
  readonly line: number | null;
  readonly on: string | null;
  /** The directly awaited call in which this happens, or for the loop the lane that keeps it. */
  readonly via?: string;
  /** Key of that call's row. */
  readonly call?: string;
  /** The lanes that are waited for. */
  readonly lanes?: readonly number[];
}

/** One row of the picture: the loop, a lane, calls of one function that a lane awaited directly, or a shared thing. */
export interface Row extends InFile {
  /** The same for the same row in a later snapshot of the run. */
  readonly key: string;
  readonly kind: 'loop' | 'lane' | 'call' | 'shared';
  readonly name: string;
  readonly line: number | null;
  /** How deep it is nested: 0 for the loop and for a lane without parent. */
  readonly depth: number;
  /** True when the next rows belong to it and can be folded away. */
  readonly isParent: boolean;
  /** Null where that has no meaning, as for the loop. */
  readonly created: number | null;
  readonly outcome: Outcome | null;
  /** Null while it has not ended, and for the loop. */
  readonly ended: number | null;
  /** Sorted, without overlap. */
  readonly pieces: readonly Piece[];
  /** Sorted by time. */
  readonly marks: readonly Mark[];
  /** Of a shared thing: how full it was. */
  readonly area?: Area;
}

/** How full a queue, a semaphore or a lock was. */
export interface Area {
  readonly levels: readonly Level[];
  /** The most that it held. */
  readonly most: number;
}
