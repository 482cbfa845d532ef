import { findBlockedLoop } from './findings/blocked-loop';
import { findDeadlock } from './findings/deadlock';
import { findDestroyedPending } from './findings/destroyed-pending';
import { findNeverAwaited } from './findings/never-awaited';
import { findNeverFinished } from './findings/never-finished';
import { findNeverRetrieved } from './findings/never-retrieved';
import { findOneAfterAnother } from './findings/one-after-another';
import { findUndrainedQueue } from './findings/undrained-queue';
import type { BlockedCall } from './lane-record';
import type { Place } from './places';
import type { Trace, TraceFinding, TraceFindingKind } from './trace';

/** A wait that is not over. */
export interface OpenWait extends Place {
  readonly on: string | null;
  /** It is for other lanes. */
  readonly forLanes: boolean;
}

/** What a recorder told that belongs to no span. */
export interface LooseFacts {
  readonly neverAwaited: readonly {
    readonly lane: number | null;
    readonly name: string;
    readonly place: Place;
  }[];
  /** Lanes that failed without anybody asking why, and lanes whose task was collected before it was over. */
  readonly unretrieved: ReadonlySet<number>;
  readonly destroyed: ReadonlySet<number>;
  /** When every lane waited and nothing was scheduled; null when that did not happen. */
  readonly deadlock: number | null;
  /** What each lane that is not over waits for, however short a time; lanes that wait for nothing are not here. */
  readonly open: ReadonlyMap<number, OpenWait>;
  /** The main file's text, null where it is not at hand. */
  readonly source: string | null;
  /** Those of the other files that are at hand. */
  readonly sources: ReadonlyMap<string, string>;
  /** Calls that held the thread while no lane ran, in a plain callback for instance. */
  readonly blocked: readonly BlockedCall[];
}

/** A trace that has its findings still to be found. */
export type Facts = Omit<Trace, 'findings'>;

const finders: Readonly<
  Record<TraceFindingKind, (trace: Facts, loose: LooseFacts) => readonly TraceFinding[]>
> = {
  deadlock: findDeadlock,
  'blocked-loop': findBlockedLoop,
  'never-awaited': findNeverAwaited,
  'never-retrieved': findNeverRetrieved,
  'destroyed-pending': findDestroyedPending,
  'never-finished': findNeverFinished,
  'undrained-queue': findUndrainedQueue,
  'one-after-another': findOneAfterAnother,
};

/** What a trace shows to be worth a sentence: the worst kind first, each in the order of the lanes. */
export function findingsOf(trace: Facts, loose: LooseFacts): readonly TraceFinding[] {
  return Object.values(finders).flatMap((find) => find(trace, loose));
}
