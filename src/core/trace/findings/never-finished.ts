import type { Facts, LooseFacts, OpenWait } from '../findings';
import type { Lane, TraceFinding } from '../trace';
import { placeOf } from '../places';
import { atLine, code, counted, sentence } from '../words';
import { isDeadlock } from './deadlock';
import { awaitsUnfinishedItems } from './unfinished-items';

/** How a mark tells that the loop's runner cleaned up behind a program that was over. */
const BY_RUNNER = 'cancelled by asyncio.run';

/**
 * Lanes that were not over when the program ended by itself, also those that its runner then cancelled. A program that was stopped had no chance to; lanes of a
 * deadlock and lanes that were destroyed have a sentence of their own.
 */
export function findNeverFinished(trace: Facts, loose: LooseFacts): readonly TraceFinding[] {
  const ended = trace.exit.reason === 'completed' || trace.exit.reason === 'failed';
  if (!ended || isDeadlock(trace, loose)) {
    return [];
  }
  const cleanedUp = cleanedUpIn(trace);
  const groups = new Map<string, Lane[]>();
  for (const lane of trace.lanes) {
    const isLeft = lane.outcome === 'pending' || cleanedUp.has(lane.id);
    if (isLeft && lane.kind !== 'program' && !loose.destroyed.has(lane.id)) {
      const key = JSON.stringify([lane.name, lane.line, lane.outcome, waitOf(lane, loose)?.line]);
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

/** When a program failed, it is no wonder that the rest was cancelled. */
function cleanedUpIn({ exit, marks }: Facts): ReadonlySet<number | null> {
  const by =
    exit.reason === 'completed'
      ? marks.filter(({ kind, text }) => kind === 'cancel' && text === BY_RUNNER)
      : [];
  return new Set(by.map(({ lane }) => lane));
}

function waitOf(
  { id, outcome, spans }: Lane,
  { open }: LooseFacts,
): Pick<OpenWait, 'on' | 'line'> | undefined {
  return outcome === 'pending' ? open.get(id) : spans.findLast(({ state }) => state === 'waiting');
}

function describe(trace: Facts, loose: LooseFacts, lane: Lane, count: number): TraceFinding {
  const wait = waitOf(lane, loose);
  const unfinished = awaitsUnfinishedItems(trace, loose, lane);
  return {
    kind: 'never-finished',
    lane: lane.id,
    ...placeOf(wait, lane),
    milliseconds: 0,
    message: inWords(lane, count, wait) + (unfinished ? why : ''),
    section: unfinished ? '4.4' : '4.3',
    mistake: unfinished ? 'unfinished-queue-item' : null,
  };
}

const why = ' Every item was taken, but `task_done()` was not called for each.';

function inWords({ name, outcome }: Lane, count: number, wait: ReturnType<typeof waitOf>): string {
  const who = count === 1 ? code(name) : sentence(counted(count, `${code(name)} lane`));
  const [they, them] = count === 1 ? ['it', 'it'] : ['they', 'them'];
  const end =
    outcome === 'cancelled'
      ? `when the program was over, and \`asyncio.run\` cancelled ${them}.`
      : 'when the program ended.';
  return wait === undefined || wait.on === null
    ? `${who} never finished: the program ended first.`
    : `${who} never finished: ${they} still waited for ${code(wait.on)}${atLine(wait)} ${end}`;
}
