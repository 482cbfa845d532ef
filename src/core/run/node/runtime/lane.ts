import type { Site } from '../instrument/site';

/** Where a lane without the loop stands: at an `await`, at a generator's `yield`, or between the program's callbacks. */
export type Suspension = 'await' | 'yield' | 'callbacks';

/** One call of an async function, or the program. */
export interface Lane {
  readonly id: number;
  readonly parent: Lane | null;
  /** Who had the loop when this lane took it. */
  previous: Lane | null;
  suspended: Suspension | null;
  /** When the lane gave the loop back. */
  since: number;
  /** When what it waits for was there, null while unknown. */
  woken: number | null;
  /** What it waits for. */
  awaited: Known | null;
  /** What `return` gave, with the place, until the call's own promise takes it over. */
  given: { readonly value: unknown; readonly site: number; readonly before: number } | null;
  error: string | null;
  hasEnded: boolean;
  /** True while its function is over, but not its promise: it returned a promise. */
  isTail: boolean;
}

/** What the recorder knows of a promise. */
export interface Known {
  /** The call whose promise this is. */
  lane: Lane | null;
  waiting: Lane[];
  /** For a promise made by `Promise.all` and its kin. */
  members: readonly Known[] | null;
  groups: Known[];
  /** When its last settled member could be taken, for such a promise. */
  memberWoken: number | null;
  /** Once a lane has awaited it, another await of it is no direct call. */
  wasAwaited: boolean;
}

export function newLane(id: number, parent: Lane | null): Lane {
  return {
    id,
    parent,
    previous: null,
    suspended: null,
    since: 0,
    woken: null,
    awaited: null,
    given: null,
    error: null,
    hasEnded: false,
    isTail: false,
  };
}

export function newKnown(lane: Lane | null): Known {
  return { lane, waiting: [], members: null, groups: [], memberWoken: null, wasAwaited: false };
}

/** The lanes behind a promise: its own call, or those of the members of a group. */
export function lanesBehind(known: Known): readonly number[] {
  return known.lane === null ? (known.members ?? []).flatMap(lanesBehind) : [known.lane.id];
}

/** Looks up the site behind a number in instrumented code. */
export type SiteTable = (site: number) => Site;
