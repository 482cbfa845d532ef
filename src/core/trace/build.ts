import { markBlocked, markThreadWaits } from './blocked';
import { fold } from './fold';
import type { LaneRecord } from './lane-record';
import type { Lane, Span } from './trace';

/** The id under which a lane is shown, null when it is not: its own or that of the lane it is folded into. */
export type ShownAs = (record: LaneRecord | undefined) => number | null;

/**
 * A lane as it is shown at `until`. What was built stays with the record while the lane is over and
 * nothing has been added to it.
 */
export function buildLane(
  record: LaneRecord,
  until: number,
  shownAs: ShownAs,
  byId: (id: number) => LaneRecord | undefined,
): Lane {
  const parent = shownAs(record.parent ?? undefined);
  const known = record.built;
  if (known !== null) {
    return known.parent === parent ? known : { ...known, parent };
  }
  const { spans, calls, members } = fold(record, until);
  const blocks = members.flatMap((member) => member.blocks).sort((a, b) => a.start - b.start);
  const named = spans.map((span) => nameLanes(span, record.id, (id) => shownAs(byId(id))));
  const lane: Lane = {
    id: record.id,
    name: record.name,
    kind: record.kind,
    parent,
    line: record.line,
    created: record.created,
    ended: record.ended,
    outcome: record.outcome,
    spans: record.kind === 'thread' ? markThreadWaits(named, blocks) : markBlocked(named, blocks),
    calls,
  };
  if (record.ended !== null) {
    record.built = lane;
  }
  return lane;
}

function nameLanes(span: Span, own: number, shownAs: (id: number) => number | null): Span {
  if (span.lanes === undefined) {
    return span;
  }
  const { lanes: told, ...rest } = span;
  const shown = new Set(told.map(shownAs).filter((id) => id !== null && id !== own));
  const lanes = [...shown].filter((id) => id !== null);
  return lanes.length === 0 ? rest : { ...rest, lanes };
}
