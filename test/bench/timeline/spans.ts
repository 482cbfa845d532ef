// Traces of any size: twenty lanes that take turns, all of them in view, so that nothing can be left out.
import type { Lane, LoopSpan, Span, SpanState, Trace } from '../../../src/core/trace/trace';

const laneCount = 20;
const cycle: readonly SpanState[] = ['running', 'waiting', 'ready', 'running', 'waiting'];
const lengths: Readonly<Record<SpanState, number>> = { running: 0.2, waiting: 2.5, ready: 0.3, blocked: 40 };

/** A trace of so many spans in its lanes, with lengths that differ and one blocking span in a thousand. */
export function traceOf(spans: number): Trace {
  const perLane = Math.ceil(spans / laneCount);
  const lanes = Array.from({ length: laneCount }, (_, index) => laneOf(index, perLane));
  const duration = Math.max(...lanes.map((lane) => lane.ended ?? 0));
  const loop: LoopSpan[] = [];
  for (let index = 0; index < perLane; index++) {
    const [start, end] = [(duration * index) / perLane, (duration * (index + 1)) / perLane];
    loop.push({ state: index % 3 === 0 ? 'busy' : 'idle', start, end });
  }
  const exit = { code: 0, reason: 'completed' } as const;
  const facts = { version: 1, language: 'typescript', file: 'bench.ts', clock: 'real' } as const;
  return { ...facts, duration, exit, lanes, loop, marks: [], findings: [] };
}

function laneOf(index: number, count: number): Lane {
  const spans: Span[] = [];
  let now = index * 0.01;
  for (let place = 0; place < count; place++) {
    const state = place % 1000 === 500 ? 'blocked' : (cycle[(place + index) % cycle.length] ?? 'running');
    const end = now + lengths[state] * (0.5 + ((place * 7 + index) % 11) / 11);
    const on = state === 'running' || state === 'ready' ? null : 'queue.get';
    spans.push({ state, start: now, end, line: 10 + index, on });
    now = end;
  }
  const facts = { parent: null, line: 3, created: 0, outcome: 'done', calls: [], kind: 'task' } as const;
  return { id: index + 1, name: `worker-${index + 1}`, ...facts, ended: now, spans };
}
