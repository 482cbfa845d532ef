import type { BlockedCall } from './lane-record';
import { placeOf, type Place } from './places';
import { mergeSpans, touches } from './spans';
import type { Span } from './trace';

/** A lane that has the loop for this long without a pause blocks it: a person notices, and so does every other lane. */
export const BLOCKED_AFTER_MS = 50;

/** What a recorder says that importing modules blocks `on`. */
export const IMPORT = 'import';

/**
 * Tells blocking from running. Calls known to have blocked are cut out exactly; of what is left, a stretch
 * that reaches the threshold is blocked as a whole, by the call that filled most of it, if one did.
 * @param calls Sorted by their start.
 */
export function markBlocked(spans: readonly Span[], calls: readonly BlockedCall[]): readonly Span[] {
  const isLong = ({ start, end }: BlockedCall) => end - start >= BLOCKED_AFTER_MS;
  const carved = calls.some(isLong) ? carve(spans, calls.filter(isLong), 'blocked') : spans;
  return mergeSpans(stretches(carved, calls.length === 0 ? calls : calls.filter((call) => !isLong(call))));
}

/** For a program outside its loop, where nobody else could run: only calls known to have blocked are cut out. */
export function markBlockingCalls(spans: readonly Span[], calls: readonly BlockedCall[]): readonly Span[] {
  const long = calls.filter((call) => call.end - call.start >= BLOCKED_AFTER_MS);
  return mergeSpans(carve(spans, long, 'blocked'));
}

/** For work in a thread: what would block the loop only makes that thread wait. */
export function markThreadWaits(spans: readonly Span[], calls: readonly BlockedCall[]): readonly Span[] {
  return mergeSpans(carve(spans, calls, 'waiting'), true);
}

function carve(
  spans: readonly Span[],
  calls: readonly BlockedCall[],
  state: 'blocked' | 'waiting',
): readonly Span[] {
  const carved: Span[] = [];
  let next = 0;
  for (const span of spans) {
    if (span.state !== 'running') {
      carved.push(span);
      continue;
    }
    let from = span.start;
    while (next < calls.length && (calls[next]?.end ?? 0) <= span.start) {
      next++;
    }
    for (let index = next; index < calls.length; index++) {
      const call = calls[index];
      if (call === undefined || call.start >= span.end) {
        break;
      }
      const start = Math.max(call.start, from);
      const end = Math.min(call.end, span.end);
      if (end > start) {
        if (start > from) {
          carved.push({ ...span, start: from, end: start });
        }
        carved.push({ state, start, end, ...placeOf(call.place, span), on: call.on });
        from = end;
      }
    }
    if (span.end > from) {
      carved.push({ ...span, start: from });
    }
  }
  return carved;
}

function stretches(spans: readonly Span[], short: readonly BlockedCall[]): readonly Span[] {
  const result: Span[] = [];
  for (let at = 0; at < spans.length;) {
    const to = endOfStretch(spans, at);
    const [first, last] = [spans[at], spans[to - 1]];
    const isLong =
      first?.state === 'running' && last !== undefined && last.end - first.start >= BLOCKED_AFTER_MS;
    const blocked = isLong ? blockedBy(spans.slice(at, to), short) : undefined;
    for (let index = at; index < to; index++) {
      const span = blocked?.[index - at] ?? spans[index];
      if (span !== undefined) {
        result.push(span);
      }
    }
    at = to;
  }
  return result;
}

/** Where the running ends that begins at a span; right after that span when it is not running. */
function endOfStretch(spans: readonly Span[], at: number): number {
  let to = at + 1;
  while (spans[at]?.state === 'running' && isContinued(spans[to - 1], spans[to])) {
    to++;
  }
  return to;
}

function isContinued(span: Span | undefined, next: Span | undefined): boolean {
  return span !== undefined && next?.state === 'running' && touches(span, next);
}

function blockedBy(stretch: readonly Span[], short: readonly BlockedCall[]): readonly Span[] {
  let next = 0;
  return stretch.map((span) => {
    while (next < short.length && (short[next]?.end ?? 0) <= span.start) {
      next++;
    }
    const spent = new Map<string, { time: number; place: Place }>();
    for (let index = next; index < short.length; index++) {
      const call = short[index];
      if (call === undefined || call.start >= span.end) {
        break;
      }
      const time = Math.min(call.end, span.end) - Math.max(call.start, span.start);
      if (time > 0) {
        spent.set(call.on, { time: (spent.get(call.on)?.time ?? 0) + time, place: call.place });
      }
    }
    const [on, most] = [...spent].sort(([, a], [, b]) => b.time - a.time)[0] ?? [];
    return most !== undefined && most.time > (span.end - span.start) / 2
      ? { state: 'blocked', start: span.start, end: span.end, ...placeOf(most.place, span), on: on ?? null }
      : { ...span, state: 'blocked' };
  });
}
