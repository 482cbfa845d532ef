import type { Place } from './sites';

/** Where a lane without the loop stands: at an `await`, at a generator's `yield`, or between the program's callbacks. */
export type Suspension = 'await' | 'yield' | 'callbacks';

/** One call of an async function, or the program. */
export interface Lane {
  readonly id: number;
  readonly parent: Lane | null;
  /** Who had the loop when this lane took it. */
  previous: Lane | null;
  suspended: Suspension | null;
  /** Where it ran last, null before it has. */
  place: Place | null;
  /** When what it waits for was there, null while unknown. */
  woken: number | null;
  /** What stands for the promise it waits for. */
  awaited: object | null;
  /** The object that `return` gave, with the place, until the call's own promise takes it over. */
  given: { readonly value: object; readonly site: number; readonly before: number } | null;
  /** The exception that ended it, in words. */
  error: string | null;
  /** True while its function is over, but not its promise: it returned a promise. */
  isTail: boolean;
}

export function newLane(id: number, parent: Lane | null): Lane {
  return {
    id,
    parent,
    previous: null,
    suspended: null,
    place: null,
    woken: null,
    awaited: null,
    given: null,
    error: null,
    isTail: false,
  };
}
