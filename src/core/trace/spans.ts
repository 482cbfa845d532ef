import { firstNotBefore } from '../search';
import type { Span } from './trace';

/** Times of one instant may differ by rounding: recorders write to a thousandth. */
const SAME_TIME_MS = 0.0005;

function alike(a: Span, b: Span): boolean {
  return (
    a.state === b.state &&
    a.line === b.line &&
    a.file === b.file &&
    a.on === b.on &&
    (a.lanes ?? []).join() === (b.lanes ?? []).join()
  );
}

/** True when `b` begins where `a` ends. */
export function touches(a: { readonly end: number }, b: { readonly start: number }): boolean {
  return Math.abs(b.start - a.end) < SAME_TIME_MS;
}

/**
 * The spans with neighbours that say the same merged into one. Waits that follow each other at once are told apart, as
 * they do on a virtual clock where nothing else takes time, unless `joinsWaits`.
 */
export function mergeSpans(spans: readonly Span[], joinsWaits = false): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    const mayJoin = joinsWaits || span.state !== 'waiting';
    if (last !== undefined && mayJoin && touches(last, span) && alike(last, span)) {
      merged[merged.length - 1] = { ...last, end: span.end };
    } else {
      merged.push(span);
    }
  }
  return merged;
}

/** A stretch of time. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * How many of the stretches end at or before a time: the index of the first that does not.
 * @param stretches Sorted, without overlap.
 */
export function firstEndingAfter(stretches: readonly { readonly end: number }[], time: number): number {
  return firstNotBefore(0, stretches.length, (index) => (stretches[index]?.end ?? Infinity) <= time);
}

/**
 * The index of the last that begins before a time; -1 when there is none.
 * @param stretches Sorted by their start.
 */
export function lastBefore(stretches: readonly { readonly start: number }[], time: number): number {
  return firstNotBefore(0, stretches.length, (index) => (stretches[index]?.start ?? Infinity) < time) - 1;
}

/** True when one of the stretches, which are sorted and do not overlap, shares time with this one. */
export function overlapsAny(stretches: readonly Stretch[], { start, end }: Stretch): boolean {
  const next = stretches[firstEndingAfter(stretches, start)];
  return next !== undefined && next.start < end;
}

/** The stretches in order, those that overlap or touch as one. */
export function mergeTimes(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else {
      merged.push({ start, end });
    }
  }
  return merged;
}
