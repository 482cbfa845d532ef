import * as l10n from '@vscode/l10n';
import { ROUNDING_MS } from '../read/lanes';
import { lastBefore } from '../spans';
import type { Lane, Span, Trace } from '../trace';
import { micros } from './tracks';

interface FlowEnd {
  readonly lane: number;
  /** Within a slice of that lane's track. */
  readonly ts: number;
}

/** An arrow between two slices. */
export interface Flow {
  readonly name: string;
  readonly from: FlowEnd;
  readonly to: FlowEnd;
}

/**
 * Arrows from each await to where the lane goes on, from a lane that ended to whoever waited for it, and from a lane
 * to those that it made.
 */
export function flowsOf({ lanes }: Pick<Trace, 'lanes'>): readonly Flow[] {
  const byId = new Map(lanes.map((lane) => [lane.id, lane]));
  return lanes.flatMap((lane) => [...creation(lane, byId), ...awaits(lane, byId)]);
}

function creation(lane: Lane, byId: ReadonlyMap<number, Lane>): readonly Flow[] {
  const parent = lane.parent === null ? undefined : byId.get(lane.parent);
  const made = parent === undefined ? undefined : drawnAt(parent.spans, lane.created);
  const first = lane.spans.find(isDrawn);
  return parent === undefined || made === undefined || first === undefined || made.end < lane.created
    ? []
    : [{ name: l10n.t('create'), from: within(parent, made, lane.created), to: beginOf(lane, first) }];
}

function awaits(lane: Lane, byId: ReadonlyMap<number, Lane>): readonly Flow[] {
  const drawn = lane.spans.filter(isDrawn);
  return drawn.flatMap((span, index): readonly Flow[] => {
    const [before, after] = [drawn[index - 1], drawn[index + 1]];
    const next = after?.state === 'ready' ? (drawn[index + 2] ?? after) : after;
    if (span.state !== 'waiting' || next === undefined) {
      return [];
    }
    const to = beginOf(lane, next);
    const own =
      before === undefined ? [] : [{ name: l10n.t('await'), from: within(lane, before, before.end), to }];
    const awaited = (span.lanes ?? []).flatMap((id): readonly Flow[] => {
      const other = byId.get(id);
      const last = other?.spans.findLast(isDrawn);
      return other === undefined || last === undefined || other.ended === null || last.end > next.start
        ? []
        : [{ name: l10n.t('result'), from: within(other, last, last.end), to }];
    });
    return [...own, ...awaited];
  });
}

/** The last span with a slice that begins at or before a time. */
function drawnAt(spans: readonly Span[], time: number): Span | undefined {
  let index = lastBefore(spans, time + ROUNDING_MS);
  for (let span = spans[index]; span !== undefined; span = spans[--index]) {
    if (span.start <= time && isDrawn(span)) {
      return span;
    }
  }
  return undefined;
}

/** Shorter spans have no slice. */
function isDrawn({ start, end }: Span): boolean {
  return micros(end) > micros(start);
}

function beginOf({ id }: Lane, { start }: Span): FlowEnd {
  return { lane: id, ts: micros(start) };
}

/** The last microsecond of a slice is still within it. */
function within({ id }: Lane, { start, end }: Span, time: number): FlowEnd {
  return { lane: id, ts: Math.max(micros(start), Math.min(micros(time), micros(end) - 1)) };
}
