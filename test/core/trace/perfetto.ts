import assert from 'node:assert/strict';
import type { ChromeEvent, ChromeTrace } from '../../../src/core/trace/chrome';

type Slice = ChromeEvent & { readonly dur: number };

/** Holds a trace to what Perfetto's importer asks for: it drops or misplaces what breaks these rules. */
export function assertPerfetto({ traceEvents }: ChromeTrace): void {
  for (const { ts, dur = 0, pid, tid } of traceEvents) {
    assert.ok([ts, dur, pid, tid].every(Number.isSafeInteger) && ts >= 0 && dur >= 0);
  }
  const slices = traceEvents.filter((event): event is Slice => event.ph === 'X');
  const byTrack = groupBy(slices, ({ tid }) => tid);
  for (const track of byTrack.values()) {
    assertNested(track);
  }
  const around = ({ tid, ts }: ChromeEvent) =>
    (byTrack.get(tid) ?? []).some((slice) => slice.ts <= ts && ts < slice.ts + slice.dur);
  const flows = groupBy(
    traceEvents.filter(({ ph }) => ph === 's' || ph === 'f'),
    ({ id }) => id,
  );
  for (const [from, to, more] of flows.values()) {
    assert.ok(from?.ph === 's' && to?.ph === 'f' && more === undefined, 'a flow has two ends');
    assert.ok(from.ts <= to.ts, `the flow ${from.name} goes on in time: ${from.ts} to ${to.ts}`);
    assert.ok(around(from) && around(to), `the flow ${from.name} at ${from.ts} ties two slices`);
  }
  const namedTracks = new Set(traceEvents.filter(({ name }) => name === 'thread_name').map(({ tid }) => tid));
  assert.ok(traceEvents.every(({ tid }) => namedTracks.has(tid)));
}

/** On one track a slice lies within another or beside it. */
function assertNested(track: readonly Slice[]): void {
  const open: number[] = [];
  for (const { ts, dur, name } of track.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    while ((open.at(-1) ?? Infinity) <= ts) {
      open.pop();
    }
    assert.ok(ts + dur <= (open.at(-1) ?? Infinity), `${name} at ${ts} overlaps in part`);
    open.push(ts + dur);
  }
}

export function groupBy<T, K>(all: readonly T[], keyOf: (each: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group === undefined) {
      groups.set(keyOf(each), [each]);
    } else {
      group.push(each);
    }
  }
  return groups;
}
