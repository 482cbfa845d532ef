import type { Facts } from '../findings';
import { lastBefore } from '../spans';
import type { Call, Lane, Span } from '../trace';
import { coordinates, isTurn } from './turns';

/** Below this nothing worth mentioning is saved. */
export const WORTH_SAVING_MS = 50;
/** A pause of its own between two calls, on purpose. */
const PAUSE_MS = 5;

export interface Waited {
  readonly call: Call;
  readonly milliseconds: number;
}

/** The calls that waited, made by one call, or by the lane's own function. */
export interface Row {
  readonly caller: Call | null;
  readonly waited: readonly Waited[];
}

/** Lanes of one function that live at the same time. */
export function workersIn({ lanes, duration }: Facts): ReadonlySet<Lane> {
  const workers = new Set<Lane>();
  const last = new Map<string, Lane>();
  const endOf = (lane: Lane) => lane.ended ?? duration;
  for (const lane of lanes.toSorted((a, b) => a.created - b.created)) {
    const key = JSON.stringify([lane.name, lane.line, lane.file]);
    const before = last.get(key);
    if (before !== undefined && lane.created < endOf(before)) {
      workers.add(before).add(lane);
    }
    if (before === undefined || endOf(lane) > endOf(before)) {
      last.set(key, lane);
    }
  }
  return workers;
}

/** The rows of calls in a lane that could have waited together, as far as what happened tells. */
export function rows(lane: Lane, trace: Facts): readonly Row[] {
  const waitedUntil = timeIn(lane.spans, ({ state, on }) => state === 'waiting' && !isTurn(trace, on));
  const forLanesUntil = timeIn(lane.spans, ({ state, lanes }) => state === 'waiting' && lanes !== undefined);
  const byCaller = new Map<Call | null, Waited[]>();
  const open: Call[] = [];
  for (const call of lane.calls) {
    open.length = Math.min(open.length, call.depth - 1);
    const end = call.end ?? Infinity;
    const milliseconds = waitedUntil(end) - waitedUntil(call.start);
    const forLanes = forLanesUntil(end) - forLanesUntil(call.start);
    if (milliseconds >= WORTH_SAVING_MS && forLanes < WORTH_SAVING_MS && !coordinates(call.name)) {
      const caller = open.at(-1) ?? null;
      const waited = byCaller.get(caller) ?? [];
      waited.push({ call, milliseconds });
      byCaller.set(caller, waited);
    }
    open.push(call);
  }
  const isPart = ({ call }: Waited) => (byCaller.get(call)?.length ?? 0) > 1;
  return [...byCaller]
    .map(([caller, waited]) => ({ caller, waited: waited.filter((each) => !isPart(each)) }))
    .filter(({ waited }) => waited.length > 1 && !isRetry(waited) && !isPaced(lane, waited));
}

/** A call that failed and was made again. */
function isRetry(row: readonly Waited[]): boolean {
  return row.some(({ call }, index) => call.failed === true && row[index + 1]?.call.name === call.name);
}

/** The function waits between its calls as well, as one that keeps to a rate does. */
function isPaced(lane: Lane, row: readonly Waited[]): boolean {
  const waitedUntil = timeIn(lane.spans, ({ state }) => state === 'waiting');
  return row.some(({ call: { end } }, index) => {
    const next = row[index + 1]?.call.start;
    return end !== null && next !== undefined && waitedUntil(next) - waitedUntil(end) >= PAUSE_MS;
  });
}

/** How long the spans that count have lasted in all up to a time. */
function timeIn(spans: readonly Span[], counts: (span: Span) => boolean): (time: number) => number {
  const waits = spans.filter(counts);
  const before = [0];
  for (const { start, end } of waits) {
    before.push((before.at(-1) ?? 0) + end - start);
  }
  return (time) => {
    const index = lastBefore(waits, time);
    const last = waits[index];
    return last === undefined ? 0 : (before[index] ?? 0) + Math.min(time, last.end) - last.start;
  };
}
