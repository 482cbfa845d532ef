import assert from 'node:assert/strict';
import type { Lane, Trace } from '../../../../src/core/trace/trace';

/** The lanes of tasks, in order of their creation; on a slow machine the program's own lane may be shown too. */
export function tasksOf(trace: Pick<Trace, 'lanes'>): readonly Lane[] {
  return trace.lanes.filter((lane) => lane.kind === 'task');
}

/** How long a lane was in a state, in milliseconds. */
export function timeIn(lane: Lane | undefined, state: Lane['spans'][number]['state']): number {
  const spans = lane?.spans.filter((span) => span.state === state) ?? [];
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}

/** Asserts that a measured time, in milliseconds, lies between two limits. */
export function within(value: number, least: number, most: number): void {
  assert.ok(value >= least && value <= most, `${value} is not between ${least} and ${most}`);
}

/** How long a lane or a call lasted, in milliseconds. */
export function timeOf(
  part:
    | {
        readonly start?: number;
        readonly created?: number;
        readonly end?: number | null;
        readonly ended?: number | null;
      }
    | undefined,
): number {
  return (part?.end ?? part?.ended ?? Infinity) - (part?.start ?? part?.created ?? 0);
}

/** The length of spans together, in milliseconds. */
export function sum(spans: readonly { readonly start: number; readonly end: number }[]): number {
  return spans.reduce((total, { start, end }) => total + end - start, 0);
}

/** Where and for what a lane was in a state for a millisecond at least, each once: `6 asyncio.sleep`. */
export function placesOf(lane: Lane | undefined, state: string): string[] {
  const spans = lane?.spans.filter((span) => span.state === state && span.end - span.start >= 1) ?? [];
  return [...new Set(spans.map((span) => `${span.line ?? 'null'} ${span.on ?? ''}`))];
}
