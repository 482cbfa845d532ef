import { READY_SHOWN_FROM_MS, type BlockedCall, type LaneRecord, type Step } from './lane-record';
import type { Call } from './trace';

/** What a lane and the calls inside it did since a time. */
export interface Members {
  /** Their steps, in order. */
  readonly steps: readonly Step[];
  /** Their blocking calls that were not over then, by start. */
  readonly blocks: readonly BlockedCall[];
  /** All their calls, outer before inner. */
  readonly calls: readonly Call[];
  /** The earliest time at which one of them was woken that has not run since; what follows is not settled. */
  readonly wokenAt: number;
}

const noCalls: readonly Call[] = [];

/**
 * Goes through a lane and what is nested in it. A call of which no run is told does not count: its lane tells
 * what it does.
 */
export function gather(root: LaneRecord, since: number, until: number): Members {
  const steps: Step[] = [];
  const blocks: BlockedCall[] = [];
  const calls: Call[] = [];
  let wokenAt = Infinity;
  const left = [root];
  for (let lane = left.pop(); lane !== undefined; lane = left.pop()) {
    if (lane.ended === null || lane.ended >= since) {
      stepsSince(lane, since, until, steps);
      wokenAt = Math.min(wokenAt, lane.wokenAt ?? Infinity);
    }
    if (lane.blocks !== null) {
      const first = lane.blocks.findLastIndex(({ end }) => end <= since) + 1;
      for (const call of lane.blocks.slice(first)) {
        blocks.push(call);
      }
    }
    if (lane !== root) {
      calls.push(callOf(lane, root));
    }
    for (let index = (lane.nested?.length ?? 0) - 1; index >= 0; index--) {
      const nested = lane.nested?.[index];
      if (nested !== undefined) {
        left.push(nested);
      }
    }
  }
  if (root.nested !== null) {
    steps.sort((a, b) => a.time - b.time || a.order - b.order);
    blocks.sort((a, b) => a.start - b.start);
  }
  return { steps, blocks, calls: calls.length === 0 ? noCalls : calls, wokenAt };
}

function stepsSince(lane: LaneRecord, since: number, until: number, into: Step[]): void {
  const { steps, begunAt, wokenAt } = lane;
  const begun = lane.outer === null ? 0 : (begunAt ?? steps.length);
  const first = steps.findLastIndex(({ time }) => time < since) + 1;
  for (let index = Math.max(first, begun); index < steps.length; index++) {
    const step = steps[index];
    if (step !== undefined) {
      into.push(step);
    }
  }
  const last = steps.at(-1);
  if (wokenAt !== null && last?.state === 'waiting' && until - wokenAt >= READY_SHOWN_FROM_MS) {
    into.push({ ...last, time: wokenAt, state: 'ready', on: null, lanes: [] });
  }
}

/** Outer calls come first, so the depth of the one around is known. */
function callOf(lane: LaneRecord, root: LaneRecord): Call {
  const depth = lane.outer === root ? 1 : (lane.outer?.call?.depth ?? 0) + 1;
  if (lane.call?.depth !== depth || lane.call.end !== lane.ended) {
    const { name, line, created, ended, outcome } = lane;
    const call: Call = { name, line, start: created, end: ended, depth };
    lane.call = outcome === 'failed' ? { ...call, failed: true } : call;
  }
  return lane.call;
}
