import { fileOf, type Place } from '../places';
import type { Call, Lane } from '../trace';

/** A slice of a track, in whole microseconds, so that what touches does not overlap. */
export interface Slice {
  readonly name: string;
  readonly ts: number;
  readonly dur: number;
  readonly args: Readonly<Record<string, string | number>>;
}

/** One row of the picture; `lane` is the lane whose states it shows, null for the loop and for calls. */
export interface Track {
  readonly name: string;
  readonly lane: number | null;
  readonly tid: number;
  readonly slices: readonly Slice[];
}

export function micros(milliseconds: number): number {
  return Math.round(milliseconds * 1000);
}

/** The slice of a stretch of time; none when it is shorter than the format can tell. */
export function stateSlice(
  name: string,
  { start, end }: { readonly start: number; readonly end: number },
  args: Slice['args'],
): readonly Slice[] {
  const ts = micros(start);
  const dur = micros(end) - ts;
  return dur > 0 ? [{ name, ts, dur, args }] : [];
}

/** Where in the program a slice is, as far as it is known. */
export function placeArgs({ line, file }: Place): Slice['args'] {
  return line === null ? {} : { line, ...fileOf({ file }) };
}

interface Placed {
  readonly slices: Slice[];
  /** Ends of the slices that are open, outer before inner. */
  readonly open: number[];
}

/** The calls of a lane on as few tracks as needed: on each, a call lies within the one before or after it. */
export function callTracks({ calls, spans, ended }: Lane, duration: number): readonly (readonly Slice[])[] {
  const placed: Placed[] = [];
  const over = micros(ended ?? spans.at(-1)?.end ?? duration);
  const byStart = calls.toSorted((a, b) => a.start - b.start || a.depth - b.depth);
  for (const call of byStart) {
    const start = micros(call.start);
    const end = Math.min(micros(call.end ?? duration), over);
    if (end > start) {
      place(placed, call, start, end);
    }
  }
  return placed.map(({ slices }) => slices);
}

function place(placed: Placed[], call: Call, start: number, end: number): void {
  const fits = ({ open }: Placed) => {
    while ((open.at(-1) ?? Infinity) <= start) {
      open.pop();
    }
    return (open.at(-1) ?? Infinity) >= end;
  };
  let track = placed.find(fits);
  if (track === undefined) {
    track = { slices: [], open: [] };
    placed.push(track);
  }
  track.open.push(end);
  track.slices.push({ name: call.name, ts: start, dur: end - start, args: placeArgs(call) });
}
