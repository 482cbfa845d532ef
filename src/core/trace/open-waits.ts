import type { OpenWait } from './findings';
import type { LaneRecord, Step } from './lane-record';
import { gather } from './members';
import { Sweep } from './sweep';

/** What the lanes that are not over wait for at the end of a run. */
export function openWaits(roots: readonly LaneRecord[]): ReadonlyMap<number, OpenWait> {
  const open = new Map<number, OpenWait>();
  for (const root of roots) {
    const last = root.ended === null ? lastStep(root) : undefined;
    if (last?.state === 'waiting' && root.wokenAt === null) {
      open.set(root.id, { ...last.place, on: last.on, forLanes: last.lanes.length > 0 });
    }
  }
  return open;
}

function lastStep(root: LaneRecord): Step | undefined {
  const sweep = new Sweep();
  let last: Step | undefined;
  for (const step of gather(root, -Infinity, -Infinity).steps) {
    last = sweep.take(step);
  }
  return last;
}
