import type { Facts, LooseFacts, OpenWait } from '../findings';
import type { Lane, TraceFinding } from '../trace';
import { atLine, code, counted, sentence } from '../words';
import { isDeadlock } from './deadlock';
import { awaitsUnfinishedItems } from './unfinished-items';

/**
 * Lanes that were not over when the program ended by itself. A program that was stopped had no chance to; lanes of a
 * deadlock and lanes that were destroyed have a sentence of their own.
 */
export function findNeverFinished(trace: Facts, loose: LooseFacts): readonly TraceFinding[] {
  const ended = trace.exit.reason === 'completed' || trace.exit.reason === 'failed';
  if (!ended || isDeadlock(trace, loose)) {
    return [];
  }
  const groups = new Map<string, Lane[]>();
  for (const lane of trace.lanes) {
    if (lane.outcome === 'pending' && lane.kind !== 'program' && !loose.destroyed.has(lane.id)) {
      const key = `${lane.name} ${lane.line ?? ''} ${loose.open.get(lane.id)?.line ?? ''}`;
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, [lane]);
      } else {
        group.push(lane);
      }
    }
  }
  return [...groups.values()].flatMap((lanes) =>
    lanes[0] === undefined ? [] : [describe(trace, loose, lanes[0], lanes.length)],
  );
}

function describe(trace: Facts, loose: LooseFacts, lane: Lane, count: number): TraceFinding {
  const wait = loose.open.get(lane.id);
  const unfinished = awaitsUnfinishedItems(trace, loose, lane);
  return {
    kind: 'never-finished',
    lane: lane.id,
    line: wait?.line ?? lane.line,
    milliseconds: 0,
    message: inWords(lane, count, wait) + (unfinished ? why : ''),
    section: unfinished ? '4.4' : '4.3',
    mistake: unfinished ? 'unfinished-queue-item' : null,
  };
}

const why = ' Every item was taken, but `task_done()` was not called for each.';

function inWords({ name }: Lane, count: number, wait: OpenWait | undefined): string {
  const who = count === 1 ? code(name) : sentence(counted(count, `${code(name)} lane`));
  const they = count === 1 ? 'it' : 'they';
  return wait === undefined || wait.on === null
    ? `${who} never finished: the program ended first.`
    : `${who} never finished: ${they} still waited for ${code(wait.on)}${atLine(wait.line)} when the program ended.`;
}
