import { runsBeside, type LaneKind } from './events';
import { LaneRecord, READY_SHOWN_FROM_MS, type Thread } from './lane-record';
import { nowhere, type Place } from './places';
import type { Outcome } from './trace';

/**
 * The lanes of a run as their events come in. It keeps who runs on which thread; what contradicts
 * that (a lane that was never told of, a second end) is dropped.
 */
export class LaneTable {
  /** The program's own lanes: one, or several where a recorder tells of several. They are in no other. */
  readonly programs: LaneRecord[] = [];
  readonly #byId = new Map<number, LaneRecord>();
  readonly #main: Thread = { stack: [], released: null };
  #roots: LaneRecord[] = [];
  /** How many lanes had been nested when the roots were last sorted out. */
  #sortedOut = 0;
  #nests = 0;
  #order = 0;

  get(id: number | null): LaneRecord | undefined {
    return id === null ? undefined : this.#byId.get(id);
  }

  /** The lanes that are in no other, in order of their creation. */
  get roots(): readonly LaneRecord[] {
    if (this.#sortedOut !== this.#nests) {
      this.#roots = this.#roots.filter(({ outer }) => outer === null);
      this.#sortedOut = this.#nests;
    }
    return this.#roots;
  }

  /** How often a lane was put into another. */
  get nests(): number {
    return this.#nests;
  }

  /** The lane that has the main thread. */
  get running(): LaneRecord | undefined {
    return this.#main.stack.at(-1);
  }

  create(
    time: number,
    id: number,
    parentId: number | null,
    name: string,
    kind: LaneKind,
    place: Place,
  ): void {
    if (this.#byId.has(id)) {
      return;
    }
    const parent = this.get(parentId) ?? null;
    const thread = runsBeside(kind)
      ? { stack: [], released: null }
      : kind === 'task'
        ? this.#main
        : parent?.thread;
    const lane = new LaneRecord(id, parent, name, kind, place, time, thread ?? this.#main);
    lane.step('ready', time, this.#next());
    this.#byId.set(id, lane);
    this.#roots.push(lane);
    if (kind === 'program') {
      this.programs.push(lane);
    }
  }

  run(time: number, id: number, place: Place): void {
    const lane = this.#alive(id);
    if (lane === undefined) {
      return;
    }
    const { stack } = lane.thread;
    if (lane.hasThread) {
      this.#leave(time, stack, lane);
      if (lane.state !== 'running' || place.line !== null) {
        lane.step('running', time, this.#next(), place);
      }
      return;
    }
    stack.at(-1)?.step('ready', time, this.#next());
    const since = this.#handedOver(lane, time) ?? time;
    wakeUp(lane, since, this.#next());
    lane.step('running', since, this.#next(), place);
    stack.push(lane);
    lane.hasThread = true;
    lane.thread.released = null;
  }

  wait(time: number, id: number, place: Place, on: string | null, waitsFor: readonly number[] = []): void {
    const lane = this.#alive(id);
    if (lane === undefined) {
      return;
    }
    lane.wokenAt = null;
    lane.step('waiting', time, this.#next(), place, on, waitsFor);
    this.#release(time, lane);
  }

  wake(time: number, id: number): void {
    const lane = this.#alive(id);
    const since = lane?.last;
    if (lane?.wokenAt === null && since?.state === 'waiting') {
      lane.wake(Math.max(time, since.time));
    }
  }

  nest(id: number, outerId: number): void {
    const lane = this.get(id);
    const outer = this.get(outerId);
    if (lane !== undefined && outer !== undefined && lane.outer === null && canNest(lane, outer)) {
      outer.nest(lane);
      this.#nests++;
    }
  }

  end(time: number, id: number, outcome: Outcome, error: string | null): void {
    const lane = this.#alive(id);
    if (lane === undefined || outcome === 'pending') {
      return;
    }
    lane.end(time, this.#next(), outcome, error);
    this.#release(time, lane);
  }

  /** The loop slept from `time` on, so whoever seemed to run then does not. */
  idle(time: number): void {
    this.#leave(time, this.#main.stack, null);
  }

  /** A loop that a program starts takes its thread, and gives it back at its end. */
  turn(time: number, what: 'begin' | 'end'): void {
    const { running } = this;
    if (what === 'begin' && running?.kind === 'program') {
      this.wait(time, running.id, running.last?.place ?? nowhere, 'asyncio.run');
    }
    for (const lane of what === 'end' ? this.programs : []) {
      if (lane.ended === null && lane.state === 'waiting') {
        this.run(time, lane.id, lane.lastPlace);
      }
    }
  }

  #next(): number {
    return this.#order++;
  }

  #alive(id: number): LaneRecord | undefined {
    const lane = this.get(id);
    return lane?.ended === null ? lane : undefined;
  }

  #release(time: number, lane: LaneRecord): void {
    if (!lane.hasThread) {
      return;
    }
    const { stack } = lane.thread;
    this.#leave(time, stack, lane);
    stack.pop();
    lane.hasThread = false;
    stack.at(-1)?.resume(time, this.#next());
    lane.thread.released = stack.length === 0 ? { lane, time } : null;
  }

  /** Takes from the stack all above `lane`; they did not say what they wait for. */
  #leave(time: number, stack: LaneRecord[], lane: LaneRecord | null): void {
    while (stack.length > 0 && stack.at(-1) !== lane) {
      const above = stack.pop();
      if (above !== undefined) {
        above.hasThread = false;
        above.step('waiting', time, this.#next());
      }
    }
  }

  /** When the thread came straight from a call inside this lane, the moment that call gave it back. */
  #handedOver(lane: LaneRecord, time: number): number | undefined {
    const { released } = lane.thread;
    const isOwn = released !== null && released.lane !== lane && released.lane.root === lane.root;
    return isOwn && time - released.time < READY_SHOWN_FROM_MS ? released.time : undefined;
  }
}

function canNest(lane: LaneRecord, outer: LaneRecord): boolean {
  const isCall = lane.kind === 'call' || lane.kind === 'task';
  return isCall && lane.thread === outer.thread && lane.created >= outer.created && lane !== outer.root;
}

function wakeUp(lane: LaneRecord, time: number, order: number): void {
  const { wokenAt } = lane;
  lane.wokenAt = null;
  if (wokenAt !== null && lane.state === 'waiting' && time - wokenAt >= READY_SHOWN_FROM_MS) {
    lane.step('ready', wokenAt, order);
  }
}
