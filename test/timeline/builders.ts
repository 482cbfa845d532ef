// Builders of lanes and traces that say only what matters to a test.
import type { Lane, LoopSpan, Span, SpanState, Trace } from '../../src/core/trace/trace';
import { completed } from './lecture-traces';

interface LaneFacts extends Partial<Omit<Lane, 'spans'>> {
  readonly spans: readonly (readonly [SpanState, number, number, (string | null)?])[];
}

/** A lane that says only what matters to a test. */
export function lane(id: number, name: string, { spans, ...facts }: LaneFacts): Lane {
  const full = spans.map(([state, from, to, on]): Span => ({
    state,
    start: from,
    end: to,
    line: 10 + id,
    on: on ?? null,
  }));
  return {
    id,
    name,
    kind: 'task',
    parent: null,
    line: id,
    created: full[0]?.start ?? 0,
    ended: full.at(-1)?.end ?? 0,
    outcome: 'done',
    calls: [],
    ...facts,
    spans: full,
  };
}

/** A lane that runs, waits for one thing, and runs again, from one of these times to the next. */
export function waiter(
  id: number,
  name: string,
  [start, wait, wake, end]: readonly [number, number, number, number],
  on: string,
  facts: Partial<Omit<Lane, 'spans'>> = {},
): Lane {
  return lane(id, name, {
    spans: [
      ['running', start, wait],
      ['waiting', wait, wake, on],
      ['running', wake, end],
    ],
    ...facts,
  });
}

interface TraceFacts extends Partial<Omit<Trace, 'loop'>> {
  readonly loop?: readonly (readonly [LoopSpan['state'], number, number])[];
}

/** A trace that says only what matters to a test. */
export function trace(duration: number, { loop = [], ...facts }: TraceFacts): Trace {
  return {
    version: 1,
    language: 'python',
    file: 'program.py',
    clock: 'real',
    duration,
    exit: completed,
    lanes: [],
    marks: [],
    findings: [],
    ...facts,
    loop: loop.map(([state, from, to]): LoopSpan => ({ state, start: from, end: to })),
  };
}
