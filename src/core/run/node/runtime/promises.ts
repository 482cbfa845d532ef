import { types } from 'node:util';
import type { Lane } from './lane';
import { stickyNotes } from './note';

/** What is known of a promise. */
interface Known {
  /** The call whose promise this is. */
  readonly lane: Lane | null;
  /** The lane that waits for it, and those that do besides. */
  waiter: Lane | null;
  others: Lane[] | null;
  /** For a promise made by `Promise.all` and its kin. */
  readonly members: readonly Known[];
  /** For a promise made by `then` and its kin of another, until it settles. */
  source: Known | null;
  groups: Known[] | null;
  /** When the member that settled last could be taken, for such a promise. */
  memberWoken: number | null;
  /** Once a lane has awaited it, another await of it is no direct call. */
  wasAwaited: boolean;
}

export interface Awaited {
  /** The lanes behind the promise: its own call, or those of the members of a group. */
  readonly lanes: readonly number[];
  /** The call that this very await made, if it awaits the call itself. */
  readonly direct: Lane | null;
}

const nobody: readonly never[] = [];
const nothing: Awaited = { lanes: nobody, direct: null };

/** Ties promises to the calls that made them and to the lanes that wait for them. */
export class PromiseTable {
  readonly #known = stickyNotes<Known>();

  /** `promise` is that of the call `lane`. */
  own(promise: object, lane: Lane): void {
    this.#known.stick(promise, newKnown(lane));
  }

  /** `lane` waits for `value` from now on, having made the lanes after `before` on the way. */
  await(lane: Lane, before: number, value: unknown): Awaited {
    if (!types.isPromise(value)) {
      return nothing;
    }
    const known = this.#of(value);
    const called = known.lane;
    const isDirect = called !== null && called.id > before && called.parent === lane && !known.wasAwaited;
    known.wasAwaited = true;
    if (known.waiter === null) {
      known.waiter = lane;
    } else {
      (known.others ??= []).push(lane);
    }
    lane.awaited = known;
    return { lanes: lanesBehind(known), direct: isDirect ? called : null };
  }

  group(promise: unknown, members: readonly unknown[]): void {
    if (!types.isPromise(promise)) {
      return;
    }
    const known = newKnown(
      null,
      members.filter(types.isPromise).map((member) => this.#of(member)),
    );
    for (const member of known.members) {
      (member.groups ??= []).push(known);
    }
    this.#known.stick(promise, known);
  }

  /** `promise` is what `then` or its kin made of `source`. */
  derive(promise: object, source: object): void {
    const known = this.#known.on(source);
    if (known !== undefined) {
      this.#known.stick(promise, newKnown(null, nobody, known));
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
    const time = known.memberWoken ?? woken();
    wake(known.waiter, known, time);
    for (const lane of known.others ?? nobody) {
      wake(lane, known, time);
    }
    for (const group of known.groups ?? nobody) {
      group.memberWoken = time;
    }
    known.waiter = null;
    known.others = null;
    known.groups = null;
    known.source = null;
    return known.lane;
  }

  #of(promise: object): Known {
    const known = this.#known.on(promise);
    if (known !== undefined) {
      return known;
    }
    const added = newKnown(null);
    this.#known.stick(promise, added);
    return added;
  }
}

function newKnown(lane: Lane | null, members: readonly Known[] = nobody, source: Known | null = null): Known {
  return {
    lane,
    waiter: null,
    others: null,
    members,
    source,
    groups: null,
    memberWoken: null,
    wasAwaited: false,
  };
}

function wake(lane: Lane | null, known: Known, time: number): void {
  if (lane?.awaited === known) {
    lane.woken ??= time;
  }
}

function lanesBehind({ lane, members, source }: Known): readonly number[] {
  if (lane !== null) {
    return [lane.id];
  }
  return source === null ? members.flatMap(lanesBehind) : lanesBehind(source);
}
