import type { OpenWait } from './findings';
import type { LaneRecord, Step } from './lane-record';
import { nextOf } from './members';

/** What the lanes that are not over wait for at the end of a run. */
export function openWaits(roots: readonly LaneRecord[]): ReadonlyMap<number, OpenWait> {
  const open = new Map<number, OpenWait>();
  for (const root of roots) {
    const last = root.ended === null ? lastStep(root) : null;
    if (last?.state === 'waiting' && root.wokenAt === null) {
      open.set(root.id, { ...last.place, on: last.on, forLanes: last.lanes.length > 0 });
    }
  }
  return open;
}

/** The step that counts at the end: of whoever runs, else of the call that began last and is not over. */
function lastStep(root: LaneRecord): Step | null {
  let innermost = root;
  for (let lane: LaneRecord | null = root; lane !== null; lane = nextOf(lane, root)) {
    if (lane.ended === null && lane.state === 'running') {
      return lane.last;
    }
    const { begun } = lane;
    const isLater = begun !== null && (innermost === root || begun.order > (innermost.begun?.order ?? 0));
    innermost = lane !== root && lane.ended === null && isLater ? lane : innermost;
  }
  return innermost.last;
}
