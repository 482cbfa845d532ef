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
      const waited =
        wait === undefined || wait.on === null
          ? 'before it was over'
          : `while it waited for ${code(wait.on)}${atLine(wait)}`;
      return {
        kind: 'destroyed-pending',
        lane: lane.id,
        ...placeOf(wait, lane),
        milliseconds: 0,
        message: `${code(lane.name)} was destroyed ${waited}, because nobody kept its task.`,
        section: '4.3',
        mistake: 'dropped-task',
      };
    });
}
