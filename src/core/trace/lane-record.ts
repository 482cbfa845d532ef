import type { LaneKind } from './events';
import type { Lane, Outcome, SpanState } from './trace';

/** From `time` on the lane is in `state`, until its next step. `order` tells steps of one instant apart. */
export interface Step {
  readonly time: number;
  readonly order: number;
  readonly state: Exclude<SpanState, 'blocked'>;
  readonly line: number | null;
  readonly on: string | null;
  readonly lanes: readonly number[];
}

/** A call that held the thread. */
export interface BlockedCall {
  readonly start: number;
  readonly end: number;
  readonly line: number | null;
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

/** What is known of one lane so far. */
export class LaneRecord {
  readonly steps: Step[] = [];
  readonly blocks: BlockedCall[] = [];
  readonly nested: LaneRecord[] = [];
  outer: LaneRecord | null = null;
  ended: number | null = null;
  outcome: Outcome = 'pending';
  /** When what this lane waits for was there; null while it is not. */
  wokenAt: number | null = null;
  printed = false;
  /** The lane as last built, while nothing has been added since. */
  built: Lane | null = null;

  /** A lane further out, to find the root of a deep recursion without walking all of it each time. */
  #toRoot: LaneRecord | null = null;

  constructor(
    readonly id: number,
    readonly parent: LaneRecord | null,
    readonly name: string,
    readonly kind: LaneKind,
    readonly line: number | null,
    readonly created: number,
    readonly thread: Thread,
  ) {}

  /** The lane whose picture this one is part of: itself, or the outermost that awaits it directly. */
  get root(): LaneRecord {
    let root: LaneRecord = this.#toRoot ?? this.outer ?? this;
    for (let next = root.#toRoot ?? root.outer; next !== null; next = root.#toRoot ?? root.outer) {
      root = next;
    }
    this.#toRoot = root === this ? null : root;
    return root;
  }

  get state(): Step['state'] | undefined {
    return this.steps.at(-1)?.state;
  }

  /** The line at which the lane ran last. */
  get lastLine(): number | null {
    return this.steps.findLast((step) => step.state === 'running')?.line ?? null;
  }

  step(state: Step['state'], time: number, order: number, details: Partial<Step> = {}): void {
    const { line = null, on = null, lanes = [] } = details;
    const notBefore = this.steps.at(-1)?.time ?? this.created;
    this.steps.push({ time: Math.max(time, notBefore), order, state, line, on, lanes });
  }

  /** Back to running where it ran last. */
  resume(time: number, order: number): void {
    this.step('running', time, order, { line: this.lastLine });
  }
}
