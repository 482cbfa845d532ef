import { READY_SHOWN_FROM_MS, type LaneRecord, type Step } from './lane-record';
import type { Call, Span } from './trace';

interface Member {
  readonly lane: LaneRecord;
  readonly depth: number;
}

/** What a lane did up to a time: its spans before blocking is told apart, its calls and the blocking calls. */
export interface Folded {
  readonly spans: readonly Span[];
  readonly calls: readonly Call[];
  readonly members: readonly LaneRecord[];
}

/**
 * Folds the calls that a lane awaits directly into it. Its state is that of whichever of them runs, else
 * of the innermost that is not over: the one the others wait for. A call of which no run is told does not
 * count: its lane tells what it does.
 */
export function fold(root: LaneRecord, until: number): Folded {
  const members = membersOf(root);
  const lanes = members.map((member) => member.lane);
  const end = root.ended ?? until;
  return {
    spans: root.nested.length === 0 ? spansOf(stepsOf(root, until), end) : sweep(lanes, until, end),
    calls: members.filter((member) => member.depth > 0).map(callOf),
    members: lanes,
  };
}

function membersOf(root: LaneRecord): readonly Member[] {
  const members: Member[] = [];
  const left: Member[] = [{ lane: root, depth: 0 }];
  for (let member = left.pop(); member !== undefined; member = left.pop()) {
    members.push(member);
    const { lane, depth } = member;
    for (const nested of lane.nested.toReversed()) {
      left.push({ lane: nested, depth: depth + 1 });
    }
  }
  return members;
}

function callOf({ lane, depth }: Member): Call {
  return { name: lane.name, line: lane.line, start: lane.created, end: lane.ended, depth };
}

/** A lane's steps; what it waited for may be there by now without its having had its turn. */
function stepsOf(lane: LaneRecord, until: number): readonly Step[] {
  const { steps, wokenAt } = lane;
  const last = steps.at(-1);
  if (wokenAt === null || last?.state !== 'waiting' || until - wokenAt < READY_SHOWN_FROM_MS) {
    return steps;
  }
  return [...steps, { ...last, time: wokenAt, state: 'ready', on: null, lanes: [] }];
}

interface Turn {
  readonly time: number;
  readonly order: number;
  readonly lane: LaneRecord;
  /** Null when the lane is over. */
  readonly step: Step | null;
}

function sweep(lanes: readonly LaneRecord[], until: number, end: number): readonly Span[] {
  const turns: Turn[] = [];
  for (const lane of lanes) {
    const steps = stepsOf(lane, until);
    const begun = lane.outer === null ? 0 : steps.findIndex((step) => step.state !== 'ready');
    for (const step of begun < 0 ? [] : steps.slice(begun)) {
      turns.push({ time: step.time, order: step.order, lane, step });
    }
    if (lane.ended !== null && begun >= 0) {
      turns.push({ time: lane.ended, order: Number.MAX_SAFE_INTEGER, lane, step: null });
    }
  }
  turns.sort((a, b) => a.time - b.time || a.order - b.order);
  const current = new Map<LaneRecord, Step>();
  const chain: LaneRecord[] = [];
  let running: LaneRecord | undefined;
  const steps: Step[] = [];
  for (const { lane, step, time } of turns) {
    if (running === lane) {
      running = undefined;
    }
    if (step === null) {
      current.delete(lane);
      remove(chain, lane);
    } else {
      if (!current.has(lane)) {
        chain.push(lane);
      }
      current.set(lane, step);
      running = step.state === 'running' ? lane : running;
    }
    const shown = running ?? chain.at(-1);
    const state = shown === undefined ? undefined : current.get(shown);
    if (state !== undefined) {
      steps.push(state.time === time ? state : { ...state, time });
    }
  }
  return spansOf(steps, end);
}

function remove(chain: LaneRecord[], lane: LaneRecord): void {
  const index = chain.lastIndexOf(lane);
  if (index >= 0) {
    chain.splice(index, 1);
  }
}

function spansOf(steps: readonly Step[], end: number): readonly Span[] {
  const spans: Span[] = [];
  for (const [index, step] of steps.entries()) {
    const next = Math.min(steps[index + 1]?.time ?? end, end);
    if (next > step.time) {
      spans.push(spanOf(step, next));
    }
  }
  return spans;
}

function spanOf({ state, time, line, on, lanes }: Step, end: number): Span {
  const span: Span = { state, start: time, end, line, on };
  return lanes.length === 0 ? span : { ...span, lanes };
}
