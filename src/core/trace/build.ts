import { runsBeside } from './events';
import { markBlocked, markBlockingCalls, markThreadWaits } from './blocked';
import type { BlockedCall, LaneRecord } from './lane-record';
import { gather } from './members';
import { append, Settled } from './settled';
import { spansOf, Sweep } from './sweep';
import type { Call, Lane, Span } from './trace';

/** The id under which a lane is shown, null when it is not: its own or that of the lane it is folded into. */
export type ShownAs = (record: LaneRecord | undefined) => number | null;

/** What a lane did up to a time. */
export interface Drawn {
  readonly spans: readonly Span[];
  /** Where in `spans` those are that name other lanes. */
  readonly told: readonly number[];
  readonly calls: readonly Call[];
}

/** Fewer spans than this are drawn again each time. */
const SETTLED_FROM = 32;

/** How lanes name each other; what is built stays as long as `version` is the same. */
export interface Links {
  readonly shownAs: ShownAs;
  readonly byId: (id: number) => LaneRecord | undefined;
  readonly version: number;
}

/**
 * A lane as it is shown at `until`; it costs what is new since the last time. Lanes that are over stay the same
 * object as long as nothing about them changes.
 * @param hasLoop False when a program's own lines run outside the loop, as in Python.
 */
export function buildLane(record: LaneRecord, until: number, links: Links, hasLoop: boolean): Lane {
  const { built } = record;
  if (built !== null && record.whole !== null && record.builtVersion === links.version) {
    return built;
  }
  const { shownAs, byId, version } = links;
  const drawn = drawnOf(record, until, hasLoop);
  const parent = shownAs(record.parent ?? undefined);
  const { spans, told, calls } = drawn;
  const isSame = built !== null && built.spans === spans && built.parent === parent;
  const lane: Lane = isSame
    ? built
    : {
        id: record.id,
        name: record.name,
        kind: record.kind,
        parent,
        ...record.place,
        created: record.created,
        ended: record.ended,
        outcome: record.outcome,
        ...(record.error === null ? {} : { error: record.error }),
        spans: told.length === 0 ? spans : nameLanes(drawn, record.id, (id) => shownAs(byId(id))),
        calls,
      };
  // Lanes that are waited for may still come: such a lane is linked anew each time.
  if (record.ended !== null && told.length === 0) {
    record.built = lane;
    record.builtVersion = version;
  }
  return lane;
}

/** What a lane did up to `until`, or to its end; the same object while nothing changes about a lane that is over. */
export function drawnOf(record: LaneRecord, until: number, hasLoop: boolean): Drawn {
  const drawn = record.whole ?? drawLane(record, until, hasLoop);
  if (record.ended !== null) {
    record.whole = drawn;
    record.settled = null;
  }
  return drawn;
}

function drawLane(record: LaneRecord, until: number, hasLoop: boolean): Drawn {
  const mark = markerOf(record, hasLoop);
  const { steps, blocks, calls, wokenAt } = gather(record, record.settled?.until ?? -Infinity, until);
  const raw = spansOf(steps, new Sweep(record.settled?.sweep), record.ended ?? until);
  const settling = record.ended === null ? settledOf(raw, wokenAt) : 0;
  // What blocks in a thread is a wait there, which may have to be joined with the one before: it is not cut anywhere.
  if (settling >= SETTLED_FROM && !runsBeside(record.kind)) {
    record.settled ??= new Settled();
    record.settled.add(mark(raw.slice(0, settling), blocks), steps, raw[settling]?.start ?? 0);
    raw.splice(0, settling);
  }
  const spans = record.settled?.spans.slice() ?? [];
  const told = record.settled?.told.slice() ?? [];
  append(mark(raw, blocks), spans, told);
  return { spans, told, calls };
}

type Marker = (spans: readonly Span[], calls: readonly BlockedCall[]) => readonly Span[];

function markerOf({ kind }: LaneRecord, hasLoop: boolean): Marker {
  if (runsBeside(kind)) {
    return markThreadWaits;
  }
  return kind === 'program' && !hasLoop ? markBlockingCalls : markBlocked;
}

/**
 * How many spans can be settled: they end where running begins or ends, so that neither a long stretch nor spans
 * that are to be joined are cut, and before a lane that was woken and has not run since.
 */
function settledOf(raw: readonly Span[], wokenAt: number): number {
  for (let index = raw.length - 1; index > 0; index--) {
    const [before, span] = [raw[index - 1], raw[index]];
    const turns = (before?.state === 'running') !== (span?.state === 'running');
    if (turns && span !== undefined && span.start < wokenAt) {
      return index;
    }
  }
  return 0;
}

/** Recorders name any lane; what is shown is the one it is folded into, and no lane waits for itself. */
function nameLanes(
  { spans, told }: Drawn,
  own: number,
  shownAs: (id: number) => number | null,
): readonly Span[] {
  const named = spans.slice();
  for (const index of told) {
    const span = spans[index];
    if (span?.lanes !== undefined) {
      const { lanes, ...rest } = span;
      const shown = lanes.map(shownAs).filter((id) => id !== null);
      const others = [...new Set(shown)].filter((id) => id !== own);
      named[index] = others.length === 0 ? rest : { ...rest, lanes: others };
    }
  }
  return named;
}
