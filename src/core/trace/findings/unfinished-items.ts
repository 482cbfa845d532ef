import type { Facts, LooseFacts } from '../findings';
import type { Lane } from '../trace';

/**
 * True when a lane still waits for `queue.join` of a queue that is empty, and whoever else is left waits for that
 * queue too, or for other lanes: each item was taken, and `task_done()` was not called for all of them.
 */
export function awaitsUnfinishedItems(trace: Facts, { open }: LooseFacts, lane: Lane): boolean {
  const join = open.get(lane.id)?.on;
  return (trace.shared ?? []).some(({ kind, name, levels }) => {
    const waits = [`${name}.join`, `${name}.get`];
    return (
      kind === 'queue' &&
      join === waits[0] &&
      levels.at(-1)?.value === 0 &&
      trace.lanes.every(({ id, outcome }) => {
        const wait = open.get(id);
        return outcome !== 'pending' || wait?.forLanes === true || waits.includes(wait?.on ?? '');
      })
    );
  });
}
