import type { Call, Lane, Mark, Span } from '../../../core/trace/trace';
import { firstEndingAfter } from '../../../core/trace/spans';
import { laneKey } from './keys';
import type { Piece, Row } from './row';

interface Group {
  readonly row: Omit<Row, 'pieces' | 'marks'>;
  readonly start: number;
  readonly calls: Call[];
  /** The groups inside this one, by the order of their first call. */
  readonly inside: Group[];
}

/**
 * The rows of the calls that a lane awaited directly, outer before inner, and the moment each began. Calls of one
 * function from one place share a row, so that a loop of a thousand calls takes one row and not a thousand. `marks` are
 * the lane's, by the calls in which they were made.
 */
export function callRows(
  lane: Lane,
  laneDepth: number,
  marks: ReadonlyMap<Call | null, readonly Mark[]>,
  now: number,
): { row: Row; start: number }[] {
  const byDepth = callsByDepth(lane);
  const found = groups(lane, laneDepth, now);
  const keys = keysOf(found);
  return found.map(({ row, start, calls }) => {
    const inner = byDepth.get((calls[0]?.depth ?? 0) + 1) ?? [];
    const pieces = calls.flatMap((call) => clip(lane.spans, call.start, call.end ?? now, inner, keys, now));
    const own = marks.size === 0 ? [] : calls.flatMap((call) => marks.get(call) ?? []);
    return { row: { ...row, pieces, marks: own }, start };
  });
}

function keysOf(found: readonly Group[]): ReadonlyMap<Call, string> {
  return new Map(found.flatMap(({ row, calls }) => calls.map((call) => [call, row.key] as const)));
}

/** A lane's own pieces: what it does inside a directly awaited call is said of that call. */
export function lanePieces(lane: Lane, now: number): readonly Piece[] {
  const outermost = callsByDepth(lane).get(1);
  if (outermost === undefined) {
    return lane.spans;
  }
  return clip(lane.spans, -Infinity, Infinity, outermost, keysOf(groups(lane, 0, now)), now);
}

function callsByDepth(lane: Lane): Map<number, Call[]> {
  const found = new Map<number, Call[]>();
  for (const call of lane.calls) {
    const calls = found.get(call.depth);
    if (calls === undefined) {
      found.set(call.depth, [call]);
    } else {
      calls.push(call);
    }
  }
  return found;
}

/** Groups in tree order, each above those inside it. */
function groups(lane: Lane, laneDepth: number, now: number): Group[] {
  const found = new Map<string, Group>();
  const outermost: Group[] = [];
  const open: Group[] = [];
  for (const call of lane.calls) {
    const parent = open[call.depth - 2];
    const path = `${parent?.row.key ?? laneKey(lane.id)} > ${call.name}:${call.file ?? ''}${call.line ?? ''}`;
    const { key, group } = freeGroup(found, path, call, now);
    if (group === undefined) {
      const { name, line, file, start } = call;
      const depth = laneDepth + call.depth;
      const none = { created: null, outcome: null, ended: null, isParent: false };
      const place = { line, ...(file !== undefined && { file }) };
      const row = { key, kind: 'call', name, ...place, depth, ...none } as const;
      const created = { row, start, calls: [call], inside: [] };
      found.set(key, created);
      (parent?.inside ?? outermost).push(created);
      open[call.depth - 1] = created;
    } else {
      group.calls.push(call);
      open[call.depth - 1] = group;
    }
    open.length = call.depth;
  }
  const ordered: Group[] = [];
  const rest = outermost.reverse();
  for (let group = rest.pop(); group !== undefined; group = rest.pop()) {
    ordered.push({ ...group, row: { ...group.row, isParent: group.inside.length > 0 } });
    rest.push(...group.inside.toReversed());
  }
  return ordered;
}

/** Calls that overlap cannot share a row: the first group of this place that is free when the call starts. */
function freeGroup(found: ReadonlyMap<string, Group>, place: string, call: Call, now: number) {
  let key = place;
  let group = found.get(key);
  while (group !== undefined && (group.calls.at(-1)?.end ?? now) > call.start) {
    key += '+';
    group = found.get(key);
  }
  return { key, group };
}

function clip(
  spans: readonly Span[],
  from: number,
  to: number,
  inner: readonly Call[],
  keys: ReadonlyMap<Call, string>,
  now: number,
): Piece[] {
  const pieces: Piece[] = [];
  let next = 0;
  for (let index = firstEndingAfter(spans, from); index < spans.length; index++) {
    const span = spans[index];
    if (span === undefined || span.start >= to) {
      break;
    }
    const start = Math.max(span.start, from);
    const end = Math.min(span.end, to);
    const middle = (start + end) / 2;
    while ((inner[next]?.end ?? now) < middle && next < inner.length) {
      next++;
    }
    const call = inner[next];
    const isInside = call !== undefined && call.start <= middle;
    const key = isInside ? keys.get(call) : undefined;
    pieces.push({
      ...span,
      start,
      end,
      ...(isInside && { via: call.name, ...(key !== undefined && { call: key }) }),
    });
  }
  return pieces;
}
