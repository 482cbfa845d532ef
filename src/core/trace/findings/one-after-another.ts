import { formatDuration } from '../duration';
import type { Facts } from '../findings';
import type { Call, Lane, Span, TraceFinding } from '../trace';
import { counted, listed } from '../words';

/** Below this nothing worth mentioning is saved. */
const WORTH_SAVING_MS = 50;

interface Waited {
  readonly call: Call;
  readonly milliseconds: number;
}

/**
 * Calls that one function awaited in a row, each waiting. A trace does not show whether one needs what the
 * other returned, so the sentence leaves that open; where several lanes of one function share the work,
 * as workers of a queue do, taking turns is meant and nothing is said.
 */
export function findOneAfterAnother(trace: Facts): readonly TraceFinding[] {
  return trace.lanes
    .filter((lane) => lane.calls.length > 1 && !isWorker(trace, lane))
    .flatMap((lane) => rows(lane).flatMap((row) => describe(lane, row)));
}

function isWorker(trace: Facts, lane: Lane): boolean {
  const end = lane.ended ?? trace.duration;
  return trace.lanes.some(
    (other) =>
      other !== lane &&
      other.name === lane.name &&
      other.line === lane.line &&
      other.created < end &&
      (other.ended ?? trace.duration) > lane.created,
  );
}

/** The calls that waited, by the call they were made from. */
function rows(lane: Lane): readonly (readonly Waited[])[] {
  const waitedUntil = waitingIn(lane.spans);
  const found: Waited[][] = [];
  const open: Waited[][] = [];
  for (const call of lane.calls) {
    open.length = Math.min(open.length, call.depth);
    while (open.length < call.depth) {
      const row: Waited[] = [];
      open.push(row);
      found.push(row);
    }
    const milliseconds = waitedUntil(call.end ?? Infinity) - waitedUntil(call.start);
    if (milliseconds >= WORTH_SAVING_MS) {
      open[call.depth - 1]?.push({ call, milliseconds });
    }
  }
  return found.filter((row) => row.length > 1);
}

/** How long a lane has waited in all up to a time. */
function waitingIn(spans: readonly Span[]): (time: number) => number {
  const waits = spans.filter((span) => span.state === 'waiting');
  const before = [0];
  for (const { start, end } of waits) {
    before.push((before.at(-1) ?? 0) + end - start);
  }
  return (time) => {
    let [low, high] = [0, waits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((waits[middle]?.start ?? Infinity) < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const last = waits[low - 1];
    return last === undefined ? 0 : (before[low - 1] ?? 0) + Math.min(time, last.end) - last.start;
  };
}

function describe(lane: Lane, row: readonly Waited[]): readonly TraceFinding[] {
  const sum = row.reduce((total, { milliseconds }) => total + milliseconds, 0);
  const longest = row.reduce((most, { milliseconds }) => Math.max(most, milliseconds), 0);
  const saved = sum - longest;
  const first = row[0]?.call;
  if (saved < WORTH_SAVING_MS || first === undefined) {
    return [];
  }
  const names = [...new Set(row.map(({ call }) => call.name))];
  const who = names.length === 1 ? `${counted(row.length, 'call')} of ${first.name}` : listed(names);
  return [
    {
      kind: 'one-after-another',
      lane: lane.id,
      line: lineOfWait(lane, first),
      milliseconds: saved,
      message:
        `${lane.name} waited for ${who} one after another, ${formatDuration(sum)} in all. If they do not need ` +
        `each other, together they would take ${formatDuration(longest)}: ${formatDuration(saved)} saved.`,
      section: '4.1',
      mistake: null,
    },
  ];
}

/** Where the lane's own function was when it made the call, else where the called function is. */
function lineOfWait(lane: Lane, call: Call): number | null {
  const before = lane.spans.findLast((span) => span.start < call.start && span.state === 'running');
  return before?.line ?? call.line;
}
