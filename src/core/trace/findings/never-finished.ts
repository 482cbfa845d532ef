import * as l10n from '@vscode/l10n';
import type { Facts, LooseFacts, OpenWait } from '../findings';
import type { Lane, TraceFinding } from '../trace';
import { placeOf } from '../places';
import { cancelledBy } from '../marks';
import { atLine, code, lanesOfName, sentence } from '../words';
import { isDeadlock } from './deadlock';
import { awaitsUnfinishedItems } from './unfinished-items';

/** How a mark tells that the loop's runner cleaned up behind a program that was over. */
const BY_RUNNER = cancelledBy('asyncio.run');

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
    message: unfinished ? `${inWords(lane, count, wait)} ${why}` : inWords(lane, count, wait),
    section: unfinished ? '4.4' : '4.3',
    mistake: unfinished ? 'unfinished-queue-item' : null,
  };
}

const why = l10n.t('Every item was taken, but `task_done()` was not called for each.');

function inWords({ name, outcome }: Lane, count: number, wait: ReturnType<typeof waitOf>): string {
  const who = count === 1 ? code(name) : sentence(lanesOfName(count, name));
  if (wait === undefined || wait.on === null) {
    return l10n.t('{0} never finished: the program ended first.', who);
  }
  const what = code(wait.on) + atLine(wait);
  if (outcome === 'cancelled') {
    return count === 1
      ? l10n.t(
          '{0} never finished: it still waited for {1} when the program was over, and `asyncio.run` cancelled it.',
          who,
          what,
        )
      : l10n.t(
          '{0} never finished: they still waited for {1} when the program was over, and `asyncio.run` cancelled them.',
          who,
          what,
        );
  }
  return count === 1
    ? l10n.t('{0} never finished: it still waited for {1} when the program ended.', who, what)
    : l10n.t('{0} never finished: they still waited for {1} when the program ended.', who, what);
}
