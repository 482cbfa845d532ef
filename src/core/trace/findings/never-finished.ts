import type { Facts } from '../findings';
import type { Lane, TraceFinding } from '../trace';
import { atLine } from '../words';

/** Lanes that were not over when the program ended by itself. A program that was stopped had no chance to. */
export function findNeverFinished(trace: Facts): readonly TraceFinding[] {
  if (trace.exit.reason !== 'completed' && trace.exit.reason !== 'failed') {
    return [];
  }
  const groups = new Map<string, Lane[]>();
  for (const lane of trace.lanes) {
    if (lane.outcome === 'pending' && lane.kind !== 'program') {
      const key = `${lane.name} ${lane.line ?? ''}`;
      groups.set(key, [...(groups.get(key) ?? []), lane]);
    }
  }
  return [...groups.values()].flatMap((lanes) =>
    lanes[0] === undefined ? [] : [describe(lanes[0], lanes.length)],
  );
}

function describe(lane: Lane, count: number): TraceFinding {
  const last = lane.spans.at(-1);
  const waiting = last?.state === 'waiting' && last.on !== null ? last.on : null;
  const who = count === 1 ? lane.name : `${lane.name} (${count} times)`;
  const what =
    waiting === null
      ? `${who} never finished: the program ended before it.`
      : `${who} never finished: it still waited for ${waiting}${atLine(last?.line ?? null)} when the program ended.`;
  return {
    kind: 'never-finished',
    lane: lane.id,
    line: last?.line ?? lane.line,
    milliseconds: 0,
    message: what,
    section: '4.3',
    mistake: null,
  };
}
