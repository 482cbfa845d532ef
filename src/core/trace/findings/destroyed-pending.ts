import * as l10n from '@vscode/l10n';
import type { Facts, LooseFacts } from '../findings';
import type { TraceFinding } from '../trace';
import { placeOf } from '../places';
import { atLine, code } from '../words';

/** Tasks that were collected before they were over, because nobody had kept them. */
export function findDestroyedPending(trace: Facts, { destroyed, open }: LooseFacts): readonly TraceFinding[] {
  return trace.lanes
    .filter(({ id }) => destroyed.has(id))
    .map((lane) => {
      const wait = open.get(lane.id);
      const message =
        wait === undefined || wait.on === null
          ? l10n.t('{0} was destroyed before it was over, because nobody kept its task.', code(lane.name))
          : l10n.t(
              '{0} was destroyed while it waited for {1}, because nobody kept its task.',
              code(lane.name),
              code(wait.on) + atLine(wait),
            );
      return {
        kind: 'destroyed-pending',
        lane: lane.id,
        ...placeOf(wait, lane),
        milliseconds: 0,
        message,
        section: '4.3',
        mistake: 'dropped-task',
      };
    });
}
