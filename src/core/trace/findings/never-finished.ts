import type { Facts, LooseFacts } from '../findings';
import type { Lane, TraceFinding } from '../trace';
import { atLine, code, counted } from '../words';
import { deadlockAt } from './deadlock';
import { awaitsUnfinishedItems } from './unfinished-items';

/**
 * Lanes that were not over when the program ended by itself. A program that was stopped had no chance to; lanes of a
 * deadlock and lanes that were destroyed have a sentence of their own.
 */
export function findNeverFinished(trace: Facts, loose: LooseFacts): readonly TraceFinding[] {
  const ended = trace.exit.reason === 'completed' || trace.exit.reason === 'failed';
  if (!ended || deadlockAt(trace, loose) !== null) {
    return [];
  }
  const groups = new Map<string, Lane[]>();
  for (const lane of trace.lanes) {
    if (lane.outcome === 'pending' && lane.kind !== 'program' && !loose.destroyed.has(lane.id)) {
      const key = `${lane.name} ${lane.line ?? ''} ${lane.spans.at(-1)?.line ?? ''}`;
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, [lane]);
      } else {
        group.push(lane);
      }
    }
  }
  return [...groups.values()].flatMap((lanes) =>
    lanes[0] === undefined ? [] : [describe(trace, lanes[0], lanes.length)],
  );
}

function describe(trace: Facts, lane: Lane, count: number): TraceFinding {
  const last = lane.spans.at(-1);
  const unfinished = awaitsUnfinishedItems(trace, lane);
  return {
    kind: 'never-finished',
    lane: lane.id,
    line: last?.line ?? lane.line,
    milliseconds: 0,
    message: sentence(lane, count, unfinished),
    section: unfinished ? '4.4' : '4.3',
    mistake: unfinished ? 'unfinished-queue-item' : null,
  };
}

function sentence({ name, spans }: Lane, count: number, unfinished: boolean): string {
  const last = spans.at(-1);
  const who = count === 1 ? code(name) : counted(count, `${code(name)} lane`);
  const upper = who.charAt(0).toUpperCase() + who.slice(1);
  if (last?.state !== 'waiting' || last.on === null) {
    return `${upper} never finished: the program ended first.`;
  }
  const reason = unfinished ? ' Every item was taken, but `task_done()` was not called for each.' : '';
  const they = count === 1 ? 'it' : 'they';
  return `${upper} never finished: ${they} still waited for ${code(last.on)}${atLine(last.line)} when the program ended.${reason}`;
}
