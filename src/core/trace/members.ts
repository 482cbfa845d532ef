import { READY_SHOWN_FROM_MS, type BlockedCall, type LaneRecord, type Step } from './lane-record';
import { inOrder } from './step-order';
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
  for (let lane: LaneRecord | null = root; lane !== null; lane = nextOf(lane, root)) {
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
  }
  if (root.firstNested !== null) {
    blocks.sort((a, b) => a.start - b.start);
  }
  return {
    steps: root.firstNested === null ? steps : inOrder(steps),
    blocks,
    calls: calls.length === 0 ? noCalls : calls,
    wokenAt,
  };
}

/** The lane after this one in what is nested in `root`, outer before inner; null after the last. */
export function nextOf(lane: LaneRecord, root: LaneRecord): LaneRecord | null {
  if (lane.firstNested !== null) {
    return lane.firstNested;
  }
  let at = lane;
  while (at !== root && at.nextNested === null && at.outer !== null) {
    at = at.outer;
  }
  return at === root ? null : at.nextNested;
}

function stepsSince(lane: LaneRecord, since: number, until: number, into: Step[]): void {
  const { last, begun, wokenAt } = lane;
  if (lane.outer !== null && begun === null) {
    return;
  }
  const first = into.length;
  for (let step = last; step !== null && step.time >= since; step = step.before) {
    into.push(step);
    if (step === begun && lane.outer !== null) {
      break;
    }
  }
  reverse(into, first);
  if (wokenAt !== null && last?.state === 'waiting' && until - wokenAt >= READY_SHOWN_FROM_MS) {
    into.push({ ...last, time: wokenAt, state: 'ready', on: null, lanes: [] });
  }
}

/** Turns the end of a list round, from an index on. */
function reverse(list: Step[], from: number): void {
  for (let [low, high] = [from, list.length - 1]; low < high; low++, high--) {
    const [a, b] = [list[low], list[high]];
    if (a !== undefined && b !== undefined) {
      [list[low], list[high]] = [b, a];
    }
  }
}

/** Outer calls come first, so the depth of the one around is known. */
function callOf(lane: LaneRecord, root: LaneRecord): Call {
  const depth = lane.outer === root ? 1 : (lane.outer?.call?.depth ?? 0) + 1;
  if (lane.call?.depth !== depth || lane.call.end !== lane.ended) {
    const { name, place, created, ended, outcome } = lane;
    const call: Call = { name, ...place, start: created, end: ended, depth };
    lane.call = outcome === 'failed' ? { ...call, failed: true } : call;
  }
  return lane.call;
}
