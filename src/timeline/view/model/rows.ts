import type { LiveTrace } from '../../../core/trace/model';
import type { Call, Lane, Mark } from '../../../core/trace/trace';
import { marksByCall } from './call-marks';
import { callRows, lanePieces } from './call-rows';
import { laneKey } from './keys';
import { loopRow } from './loop-row';
import type { Row } from './row';
import { sharedRows } from './shared-rows';

interface Pending {
  readonly start: number;
  readonly rows: () => { rows: Row[]; below: Pending[] };
}

/**
 * The picture's rows, top to bottom: the loop, then each lane in order of creation with what belongs to it below, at
 * last what the lanes share.
 */
export function rowsOf(trace: LiveTrace): Row[] {
  const marks = marksByLane(trace);
  const children = lanesByParent(trace.lanes);
  const pendingLane = (lane: Lane, depth: number): Pending => ({
    start: lane.created,
    rows: () => {
      const pieces = lanePieces(lane, trace.duration);
      const written = marksByCall(lane, marks.get(lane.id) ?? [], trace.duration);
      const { id, name, line, file, created, outcome, ended } = lane;
      const lanesBelow = (children.get(id) ?? []).map((child) => pendingLane(child, depth + 1));
      const below = byStart([...pendingCalls(lane, depth, written, trace.duration), ...lanesBelow]);
      const definition = { name, line, ...(file !== undefined && { file }) };
      const facts = { ...definition, depth, created, outcome, ended, pieces };
      const isParent = below.length > 0;
      const own: Row = {
        ...facts,
        key: laneKey(id),
        kind: 'lane',
        isParent,
        marks: written.get(null) ?? [],
      };
      return { rows: [own], below };
    },
  });

  const rows = [loopRow(trace, marks.get(null) ?? [])];
  const open = byStart((children.get(null) ?? []).map((lane) => pendingLane(lane, 0))).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { rows: own, below } = next.rows();
    rows.push(...own);
    for (const pending of below.reverse()) {
      open.push(pending);
    }
  }
  return [...rows, ...sharedRows(trace)];
}

/** A lane whose parent does not stand before it has none: no lane is lost, and none is its own ancestor. */
function lanesByParent(lanes: readonly Lane[]): Map<number | null, Lane[]> {
  const children = new Map<number | null, Lane[]>([[null, []]]);
  for (const lane of lanes) {
    const siblings = children.get(lane.parent) ?? children.get(null);
    siblings?.push(lane);
    children.set(lane.id, []);
  }
  return children;
}

/** Each outermost call of a lane together with the calls inside it. */
function pendingCalls(
  lane: Lane,
  depth: number,
  marks: ReadonlyMap<Call | null, readonly Mark[]>,
  now: number,
): Pending[] {
  const found: { start: number; rows: Row[] }[] = [];
  for (const { row, start } of callRows(lane, depth, marks, now)) {
    const last = found.at(-1);
    if (row.depth === depth + 1 || last === undefined) {
      found.push({ start, rows: [row] });
    } else {
      last.rows.push(row);
    }
  }
  return found.map(({ start, rows }) => ({ start, rows: () => ({ rows, below: [] }) }));
}

function byStart(pending: Pending[]): Pending[] {
  return pending.sort((a, b) => a.start - b.start);
}

function marksByLane(trace: LiveTrace): Map<number | null, Mark[]> {
  const lanes = new Set(trace.lanes.map((lane) => lane.id));
  const found = new Map<number | null, Mark[]>();
  for (const mark of trace.marks) {
    const lane = mark.lane !== null && lanes.has(mark.lane) ? mark.lane : null;
    const marks = found.get(lane);
    if (marks === undefined) {
      found.set(lane, [mark]);
    } else {
      marks.push(mark);
    }
  }
  return found;
}
