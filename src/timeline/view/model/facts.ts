import type { LiveTrace } from '../../../core/trace/model';
import type { LoopSpan } from '../../../core/trace/trace';
import { blockedStretches } from './loop-row';

/** Sums over a run, in milliseconds. */
export interface Facts {
  readonly wall: number;
  readonly busy: number;
  readonly idle: number;
  readonly blocked: number;
  readonly lanes: number;
  /** False for a program that starts no loop. */
  readonly hasLoop: boolean;
}

export function factsOf(trace: LiveTrace): Facts {
  const sum = (state: LoopSpan['state']) =>
    trace.loop.reduce((total, span) => (span.state === state ? total + span.end - span.start : total), 0);
  const blocked = blockedStretches(trace).reduce((total, { start, end }) => total + end - start, 0);
  return {
    wall: trace.duration,
    busy: sum('busy'),
    idle: sum('idle'),
    blocked,
    lanes: trace.lanes.length,
    hasLoop: trace.loop.length > 0,
  };
}
