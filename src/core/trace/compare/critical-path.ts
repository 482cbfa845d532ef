import { runsBeside } from '../events';
import { placeOf } from '../places';
import { lastBefore } from '../spans';
import type { Lane, Span, Trace } from '../trace';

/** A stretch of the run's critical path: what one lane did while all that comes after had to wait for it. */
export interface PathStep extends Pick<Span, 'state' | 'start' | 'end' | 'line' | 'file' | 'on'> {
  readonly lane: number;
}

/** Who had the loop, in order, without overlap. */
type Turns = readonly { readonly lane: Lane; readonly span: Span; readonly start: number }[];

/**
 * The chain of work and waits that made the run as long as it was, from its beginning to its end, without overlap:
 * from the end of the last lane back, through whichever lane a wait was for and whoever had the loop while a lane was
 * ready, to where each was made.
 */
export function criticalPath({ lanes, duration }: Pick<Trace, 'lanes' | 'duration'>): readonly PathStep[] {
  const byId = new Map(lanes.map((lane) => [lane.id, lane]));
  const turns = turnsOf(lanes);
  const endOf = (lane: Lane) => lane.ended ?? duration;
  const path: PathStep[] = [];
  let lane = lanes.reduce<Lane | undefined>(
    (last, other) => (last === undefined || endOf(other) > endOf(last) ? other : last),
    undefined,
  );
  let time = lane === undefined ? 0 : endOf(lane);
  /** The lanes looked at since time last moved: between them there is no way back. */
  const passed = new Set<Lane>();
  while (lane !== undefined) {
    const here: Lane = lane;
    passed.add(here);
    const span = here.spans[lastBefore(here.spans, time)];
    if (span === undefined) {
      const parent = here.parent === null ? undefined : byId.get(here.parent);
      lane = parent === undefined || passed.has(parent) ? undefined : parent;
      continue;
    }
    const awaited = span.state === 'waiting' ? lastEnded(span, time, byId, passed) : undefined;
    const step = span.state === 'ready' ? turnBefore(turns, here, span, time) : stepOf(here, span, time);
    const start = awaited?.ended ?? step.start;
    if (start < time) {
      path.push({ ...step, start });
      time = start;
      passed.clear();
    }
    lane = awaited ?? here;
  }
  return path.reverse();
}

function stepOf({ id }: Lane, span: Span, end: number): PathStep {
  return { lane: id, state: span.state, start: span.start, end, ...placeOf(span), on: span.on };
}

function turnsOf(lanes: readonly Lane[]): Turns {
  return lanes
    .filter(({ kind }) => !runsBeside(kind))
    .flatMap((lane) =>
      lane.spans
        .filter(({ state }) => state === 'running' || state === 'blocked')
        .map((span) => ({ lane, span, start: span.start })),
    )
    .sort((a, b) => a.start - b.start);
}

/** While a lane was ready: who had the loop last before `time`, or nobody from when that turn was over. */
function turnBefore(turns: Turns, lane: Lane, ready: Span, time: number): PathStep {
  const turn = turns[lastBefore(turns, time)];
  if (turn === undefined || turn.span.end <= ready.start) {
    return stepOf(lane, ready, time);
  }
  return turn.span.end < time
    ? { ...stepOf(lane, ready, time), start: turn.span.end }
    : { ...stepOf(turn.lane, turn.span, time), start: Math.max(turn.start, ready.start) };
}

/** Of the lanes that a span waits for the one whose end it was over with. */
function lastEnded(
  { lanes = [], start }: Span,
  time: number,
  byId: ReadonlyMap<number, Lane>,
  passed: ReadonlySet<Lane>,
): (Lane & { readonly ended: number }) | undefined {
  let last: (Lane & { readonly ended: number }) | undefined;
  for (const id of lanes) {
    const lane = byId.get(id);
    if (
      lane !== undefined &&
      !passed.has(lane) &&
      hasEnded(lane) &&
      lane.ended > start &&
      lane.ended <= time
    ) {
      last = last === undefined || lane.ended > last.ended ? lane : last;
    }
  }
  return last;
}

function hasEnded(lane: Lane): lane is Lane & { readonly ended: number } {
  return lane.ended !== null;
}
