import type { LaneKind } from './events';
import type { Drawn } from './build';
import type { Settled } from './settled';
import { nowhere, type Place } from './places';
import type { Call, Lane, Outcome, SpanState } from './trace';

/** What a lane is at from a step on; `over` is its last. */
export type StepState = Exclude<SpanState, 'blocked'> | 'over';

/** From `time` on the lane is in `state`, until its next step. `order` counts the steps of all lanes as they came. */
export interface Step {
  readonly lane: LaneRecord;
  /** The lane's step before this one, null for its first. */
  readonly before: Step | null;
  readonly time: number;
  readonly order: number;
  readonly state: StepState;
  readonly place: Place;
  readonly on: string | null;
  readonly lanes: readonly number[];
}

/** A call that held the thread. */
export interface BlockedCall {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  readonly on: string;
}

/** Lanes that take turns: of one thread at most one runs, the last of `stack`; the others called it. */
export interface Thread {
  readonly stack: LaneRecord[];
  /** The lane that gave the thread back last, and when; null while somebody has it. */
  released: { readonly lane: LaneRecord; readonly time: number } | null;
}

/** Waiting that turned into ready for less than this is not worth a span of its own: no eye could see it. */
export const READY_SHOWN_FROM_MS = 1;

const none: readonly never[] = [];

/** What is known of one lane so far. Most lanes have no blocking calls and none inside, so these lists are made late. */
export class LaneRecord {
  /** The latest; the others hang on it. A lane may have a handful or hundreds of thousands. */
  last: Step | null = null;
  blocks: BlockedCall[] | null = null;
  outer: LaneRecord | null = null;
  /** The lanes nested in this one: the first, the latest, and in these the next beside them. */
  firstNested: LaneRecord | null = null;
  lastNested: LaneRecord | null = null;
  nextNested: LaneRecord | null = null;
  ended: number | null = null;
  outcome: Outcome = 'pending';
  error: string | null = null;
  /** When what this lane waits for was there; null while it is not. */
  wokenAt: number | null = null;
  /** Where the lane ran last. */
  lastPlace = nowhere;
  /** The step with which it got the thread for the first time; null while it has not. */
  begun: Step | null = null;
  printed = false;
  /** Where it stood in the sweep that it was part of last. */
  swept = 0;
  /** Whether it is on its thread's stack. */
  hasThread = false;
  /** Whether the trace shows this lane; of a root only. All but programs are shown. */
  shown: boolean;
  /** What need not be drawn again of a live lane, and of one that is over; of a root only. */
  settled: Settled | null = null;
  whole: Drawn | null = null;
  built: Lane | null = null;
  builtVersion = 0;
  /** The lane as a call inside another, as last told. */
  call: Call | null = null;

  /** A lane further out, to find the root of a deep recursion without walking all of it each time. */
  #toRoot: LaneRecord | null = null;

  constructor(
    readonly id: number,
    readonly parent: LaneRecord | null,
    readonly name: string,
    readonly kind: LaneKind,
    /** Where its function is defined. */
    readonly place: Place,
    readonly created: number,
    readonly thread: Thread,
  ) {
    this.shown = kind !== 'program';
  }

  /** The lane whose picture this one is part of: itself, or the outermost that awaits it directly. */
  get root(): LaneRecord {
    return LaneRecord.#rootOf(this);
  }

  static #rootOf(from: LaneRecord): LaneRecord {
    let root = from;
    for (let next = root.#further; next !== null; next = root.#further) {
      root = next;
    }
    // All on the way know it from now on.
    for (let lane = from; lane !== root;) {
      const next = lane.#further ?? root;
      lane.#toRoot = root;
      lane = next;
    }
    return root;
  }

  get #further(): LaneRecord | null {
    return this.#toRoot ?? this.outer;
  }

  get state(): StepState | undefined {
    return this.last?.state;
  }

  step(
    state: StepState,
    time: number,
    order: number,
    place = nowhere,
    on: string | null = null,
    lanes: readonly number[] = none,
  ): void {
    const at = Math.max(time, this.last?.time ?? this.created);
    // Ready for no time at all is not worth keeping.
    const isInstant = this.begun === null && state !== 'ready' && this.last?.time === at;
    const before = isInstant ? (this.last?.before ?? null) : this.last;
    this.last = {
      lane: this,
      before,
      time: at,
      order,
      state,
      place,
      on,
      lanes: lanes.length === 0 ? none : lanes,
    };
    if (state !== 'ready') {
      this.begun ??= this.last;
    }
    if (state === 'running') {
      this.lastPlace = place;
    }
    this.changedAt(at);
  }

  /** Back to running where it ran last. */
  resume(time: number, order: number): void {
    this.step('running', time, order, this.lastPlace);
  }

  end(time: number, order: number, outcome: Outcome, error: string | null): void {
    this.ended = Math.max(time, this.last?.time ?? time);
    this.outcome = outcome;
    this.error = error;
    this.step('over', this.ended, order);
  }

  wake(time: number): void {
    this.wokenAt = time;
    this.changedAt(time);
  }

  /** A lane blocks nothing before it is there. */
  block(call: BlockedCall): void {
    const start = Math.max(call.start, this.created);
    (this.blocks ??= []).push({ ...call, start });
    this.changedAt(start);
  }

  /** From now on `lane` is a call inside this one. */
  nest(lane: LaneRecord): void {
    lane.outer = this;
    lane.settled = lane.whole = lane.built = null;
    if (this.lastNested === null) {
      this.firstNested = lane;
    } else {
      this.lastNested.nextNested = lane;
    }
    this.lastNested = lane;
    this.changedAt(lane.created);
  }

  /** What was drawn from this time on does not hold any more. */
  changedAt(time: number): void {
    const { root } = this;
    root.whole = null;
    root.settled?.changedAt(time);
  }
}
