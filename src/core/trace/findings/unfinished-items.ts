import type { Facts } from '../findings';
import type { Lane } from '../trace';

/**
 * True when a lane still waits for `queue.join` of a queue that is empty, and whoever else is left waits for that
 * queue's next item: each item was taken, and `task_done()` was not called for all of them.
 */
export function awaitsUnfinishedItems(trace: Facts, lane: Lane): boolean {
  const join = openWait(lane);
  return (trace.shared ?? []).some(
    ({ kind, name, levels }) =>
      kind === 'queue' &&
      join === `${name}.join` &&
      levels.at(-1)?.value === 0 &&
      trace.lanes.every((other) => {
        const wait = openWait(other);
        return wait === null || wait === join || wait === `${name}.get` || waitsForLane(other);
      }),
  );
}

/** What a lane that is not over waits for; null when it is over. */
function openWait({ outcome, spans }: Lane): string | null {
  const last = spans.at(-1);
  return outcome !== 'pending' ? null : last?.state === 'waiting' ? (last.on ?? '') : '';
}

function waitsForLane({ spans }: Lane): boolean {
  return spans.at(-1)?.lanes !== undefined;
}
