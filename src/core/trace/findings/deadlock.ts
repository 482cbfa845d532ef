import { runsBeside } from '../events';
import * as l10n from '@vscode/l10n';
import type { Facts, LooseFacts, OpenWait } from '../findings';
import type { Lane, TraceFinding } from '../trace';
import { placeOf } from '../places';
import { atLine, code, listed } from '../words';
import { awaitsUnfinishedItems } from './unfinished-items';

interface Stuck {
  readonly lane: Lane;
  readonly wait: OpenWait;
}

/** Node ends with this code when the program's own `await` cannot be over any more. */
const UNSETTLED_AWAIT = 13;

/** A recorder tells of a deadlock, or Node's exit code does. */
export function isDeadlock({ language, exit }: Facts, { deadlock }: LooseFacts): boolean {
  return deadlock !== null || (language === 'typescript' && exit.code === UNSETTLED_AWAIT);
}

/** Every lane waits and nothing is scheduled: who waits, where and for what. */
export function findDeadlock(trace: Facts, loose: LooseFacts): readonly TraceFinding[] {
  if (!isDeadlock(trace, loose)) {
    return [];
  }
  const stuck = trace.lanes.flatMap((lane): readonly Stuck[] => {
    const wait = loose.open.get(lane.id);
    return wait === undefined || runsBeside(lane.kind) ? [] : [{ lane, wait }];
  });
  const [first] = stuck;
  if (first === undefined) {
    return [];
  }
  // A lane that waits for another one tells less than the one that it waits for.
  const innermost = stuck.find(({ wait }) => !wait.forLanes) ?? first;
  const who = stuck.map(({ lane, wait }) => {
    const name = code(lane.name);
    const waits =
      wait.on === null ? l10n.t('{0} waits', name) : l10n.t('{0} waits for {1}', name, code(wait.on));
    return waits + atLine(wait);
  });
  const unfinished = stuck.some(({ lane }) => awaitsUnfinishedItems(trace, loose, lane));
  return [
    {
      kind: 'deadlock',
      lane: innermost.lane.id,
      ...placeOf(innermost.wait),
      milliseconds: 0,
      message: l10n.t('Every task waits and nothing is left that could wake one: {0}.', listed(who)),
      section: unfinished ? '4.4' : '2.2',
      mistake: unfinished ? 'unfinished-queue-item' : null,
    },
  ];
}
