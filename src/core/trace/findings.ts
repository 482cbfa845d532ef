import { findBlockedLoop } from './findings/blocked-loop';
import { findNeverAwaited } from './findings/never-awaited';
import { findNeverFinished } from './findings/never-finished';
import { findOneAfterAnother } from './findings/one-after-another';
import type { BlockedCall } from './lane-record';
import type { Trace, TraceFinding, TraceFindingKind } from './trace';

/** What a recorder told that belongs to no span. */
export interface LooseFacts {
  readonly neverAwaited: readonly {
    readonly lane: number | null;
    readonly name: string;
    readonly line: number | null;
  }[];
  /** Calls that held the thread while no lane ran, in a plain callback for instance. */
  readonly blocked: readonly BlockedCall[];
}

/** A trace that has its findings still to be found. */
export type Facts = Omit<Trace, 'findings'>;

const finders: Readonly<
  Record<TraceFindingKind, (trace: Facts, loose: LooseFacts) => readonly TraceFinding[]>
> = {
  'blocked-loop': findBlockedLoop,
  'never-awaited': findNeverAwaited,
  'never-finished': findNeverFinished,
  'one-after-another': findOneAfterAnother,
};

/** What a trace shows to be worth a sentence: the worst kind first, each in the order of the lanes. */
export function findingsOf(trace: Facts, loose: LooseFacts): readonly TraceFinding[] {
  return Object.values(finders).flatMap((find) => find(trace, loose));
}
