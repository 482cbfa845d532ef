import { markBlocked, markBlockingCalls, markThreadWaits } from './blocked';
import { fold } from './fold';
import type { LaneRecord } from './lane-record';
import type { Lane, Span } from './trace';

/** The id under which a lane is shown, null when it is not: its own or that of the lane it is folded into. */
export type ShownAs = (record: LaneRecord | undefined) => number | null;

/**
 * A lane as it is shown at `until`. What was built stays with the record while the lane is over and nothing
 * has been added to it; which other lanes are shown may change all the same.
 * @param hasLoop False when a program's own lines run outside the loop, as in Python.
 */
export function buildLane(
  record: LaneRecord,
  until: number,
  shownAs: ShownAs,
  byId: (id: number) => LaneRecord | undefined,
  hasLoop: boolean,
): Lane {
  const lane = record.built ?? build(record, until, hasLoop);
  if (record.ended !== null) {
    record.built = lane;
  }
  const parent = shownAs(record.parent ?? undefined);
  if (!lane.spans.some((span) => span.lanes !== undefined)) {
    return { ...lane, parent };
  }
  const spans = lane.spans.map((span) => nameLanes(span, record.id, (id) => shownAs(byId(id))));
  return { ...lane, parent, spans };
}

function build(record: LaneRecord, until: number, hasLoop: boolean): Lane {
  const { spans, calls, members } = fold(record, until);
  const blocks = members.flatMap((member) => member.blocks).sort((a, b) => a.start - b.start);
  const mark =
    record.kind === 'thread'
      ? markThreadWaits
      : record.kind === 'program' && !hasLoop
        ? markBlockingCalls
        : markBlocked;
  return {
    id: record.id,
    name: record.name,
    kind: record.kind,
    parent: null,
    line: record.line,
    created: record.created,
    ended: record.ended,
    outcome: record.outcome,
    spans: mark(spans, blocks),
    calls,
  };
}

function nameLanes(span: Span, own: number, shownAs: (id: number) => number | null): Span {
  if (span.lanes === undefined) {
    return span;
  }
  const { lanes: told, ...rest } = span;
  const shown = told.map(shownAs).filter((id) => id !== null);
  const lanes = [...new Set(shown)].filter((id) => id !== own);
  return lanes.length === 0 ? rest : { ...rest, lanes };
}
