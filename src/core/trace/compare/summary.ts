import { runsBeside } from '../events';
import { overlapsAny, mergeTimes } from '../spans';
import type { LoopSpan, Trace } from '../trace';
import { tookMs } from '../verdict';
import { criticalPath, type PathStep } from './critical-path';
import { overlapOf, type Overlap } from './overlap';

/** A run in numbers; all times in milliseconds. */
export interface Summary {
  readonly file: string;
  /** How long the program took. */
  readonly wall: number;
  /** How long the loop had work, and how long it had none; both 0 without a loop. */
  readonly busy: number;
  readonly idle: number;
  /** How long one lane kept everybody else from running; part of `busy`. */
  readonly blocked: number;
  readonly lanes: number;
  readonly overlap: Overlap;
  readonly criticalPath: readonly PathStep[];
}

export function summaryOf(trace: Trace): Summary {
  const sum = (stretches: readonly { readonly start: number; readonly end: number }[]) =>
    stretches.reduce((total, { start, end }) => total + end - start, 0);
  const inLoop = (wanted: LoopSpan['state']) => trace.loop.filter(({ state }) => state === wanted);
  const blocked = trace.lanes
    .filter(({ kind }) => !runsBeside(kind))
    .flatMap(({ spans }) => spans.filter(({ state }) => state === 'blocked'))
    .filter((span) => trace.loop.length === 0 || overlapsAny(trace.loop, span));
  return {
    file: trace.file,
    wall: tookMs(trace),
    busy: sum(inLoop('busy')),
    idle: sum(inLoop('idle')),
    blocked: sum(mergeTimes(blocked)),
    lanes: trace.lanes.length,
    overlap: overlapOf(trace),
    criticalPath: criticalPath(trace),
  };
}
