import { types } from 'node:util';
import type { Lane } from './lane';
import { stickyNotes } from './note';

const nobody: readonly never[] = [];

/** What is known of a promise. */
class Known {
  /** The lane that waits for it, and those that do besides. */
  #waiter: Lane | null = null;
  #others: Lane[] | null = null;
  /** Those made by `Promise.all` and its kin of which it is a member. */
  #groups: Known[] | null = null;
  /** When the member that settled last could be taken, for one of those. */
  #memberWoken: number | null = null;
  /** Once a lane has awaited it, another await of it is no direct call. */
  #wasAwaited = false;

  constructor(
    /** The call whose promise this is. */
    readonly lane: Lane | null,
    /** For a promise made by `Promise.all` and its kin. */
    private readonly members: readonly Known[] = nobody,
    /** For a promise made by `then` and its kin of another, until it settles. */
    private source: Known | null = null,
  ) {
    for (const member of members) {
      (member.#groups ??= []).push(this);
    }
  }

  /** The call behind it, when `lane` has made that since there were `before` lanes, and is the first to await it. */
  callOf(lane: Lane, before: number): Lane | null {
    const called = this.lane;
    return called !== null && called.id > before && called.parent === lane && !this.#wasAwaited
      ? called
      : null;
  }

  /** `lane` waits for it from now on. */
  await(lane: Lane): void {
    this.#wasAwaited = true;
    if (this.#waiter === null) {
      this.#waiter = lane;
    } else {
      (this.#others ??= []).push(lane);
    }
    lane.awaited = this;
  }

  /** The lanes behind it: its own call, or those of the members of a group. */
  lanes(): readonly number[] {
    if (this.lane !== null) {
      return [this.lane.id];
    }
    if (this.source !== null) {
      return this.source.lanes();
    }
    return this.members.length === 0 ? nobody : this.members.flatMap((member) => member.lanes());
  }

  /** It has just settled: wakes who waited for it, at the time `woken` gives. */
  settle(woken: () => number): void {
    if (this.#waiter !== null || this.#groups !== null) {
      const time = this.#memberWoken ?? woken();
      this.#wake(this.#waiter, time);
      for (const lane of this.#others ?? nobody) {
        this.#wake(lane, time);
      }
      for (const group of this.#groups ?? nobody) {
        group.#memberWoken = time;
      }
      this.#waiter = null;
      this.#others = null;
      this.#groups = null;
    }
    this.source = null;
  }

  #wake(lane: Lane | null, time: number): void {
    if (lane?.awaited === this) {
      lane.woken ??= time;
    }
  }
}

/** Ties promises to the calls that made them and to the lanes that wait for them. */
export class PromiseTable {
  readonly #known = stickyNotes<Known>();

  /** `promise` is that of the call `lane`. */
  own(promise: object, lane: Lane): void {
    this.#known.stick(promise, new Known(lane));
  }

  /** What is known of a value that is about to be awaited; null for what is no promise. */
  of(value: unknown): Known | null {
    return types.isPromise(value) ? this.#of(value) : null;
  }

  group(promise: unknown, members: readonly unknown[]): void {
    if (types.isPromise(promise)) {
      const known = members.filter(types.isPromise).map((member) => this.#of(member));
      this.#known.stick(promise, new Known(null, known));
    }
  }

  /** `promise` is what `then` or its kin made of `source`. */
  derive(promise: object, source: object): void {
    const known = this.#known.on(source);
    if (known !== undefined) {
      this.#known.stick(promise, new Known(null, nobody, known));
    }
  }

  /** The call whose promise this is. */
  laneOf(promise: unknown): Lane | null {
    return types.isPromise(promise) ? (this.#known.on(promise)?.lane ?? null) : null;
  }

  /**
   * Wakes who waited for a promise that has just settled, at the time `woken` gives.
   * @returns The call whose promise it is, null for any other.
   */
  settle(promise: object, woken: () => number): Lane | null {
    const known = this.#known.on(promise);
    if (known === undefined) {
      return null;
    }
    known.settle(woken);
    return known.lane;
  }

  #of(promise: object): Known {
    const known = this.#known.on(promise);
    if (known !== undefined) {
      return known;
    }
    const added = new Known(null);
    this.#known.stick(promise, added);
    return added;
  }
}
