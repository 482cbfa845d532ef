import type { Facts, LooseFacts } from '../findings';
import type { TraceFinding } from '../trace';
import { atLine, code } from '../words';

/** Tasks that were collected before they were over, because nobody had kept them. */
export function findDestroyedPending(trace: Facts, { destroyed }: LooseFacts): readonly TraceFinding[] {
  return trace.lanes
    .filter(({ id }) => destroyed.has(id))
    .map((lane) => {
      const last = lane.spans.at(-1);
      const waited =
        last?.state === 'waiting' && last.on !== null
          ? `while it waited for ${code(last.on)}${atLine(last.line)}`
          : 'before it was over';
      return {
        kind: 'destroyed-pending',
        lane: lane.id,
        line: last?.line ?? lane.line,
        milliseconds: 0,
        message: `${code(lane.name)} was destroyed ${waited}, because nobody kept its task.`,
        section: '4.3',
        mistake: 'dropped-task',
      };
    });
}
