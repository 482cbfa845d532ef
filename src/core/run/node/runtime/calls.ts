import { types } from 'node:util';
import type { RunClock } from '../clocks/clock';
import { Blocking } from './blocking';
import { errorText, onRejection } from './errors';
import type { EventWriter } from './events';
import { Groups } from './groups';
import { watchIterable } from './iterate';
import { newLane, type Lane } from './lane';
import { showOwnMessage, type StoodAround } from './own-messages';
import { PromiseTable } from './promises';
import { nowhere, type KnownSite } from './sites';
import { Turns } from './turns';

const nobody: readonly never[] = [];

/**
 * What instrumented code calls to tell where a call of an async function is. Every method that takes a value hands it
 * back as it is; none throws, adds a microtask of the program's, or makes a promise that the program could see.
 */
export class Calls {
  /** Number of lanes so far: a lane made later has a higher id. */
  lanes = 2;
  /** The promise made last that no other promise begot. */
  latest: unknown;
  readonly groups: Groups;
  readonly blocking: Blocking;
  readonly turns: Turns;
  readonly #promises = new PromiseTable();
  #iterated = { text: '', isCall: false };
  /** How many calls are over, but for the promise that they returned. */
  #tails = 0;
  readonly #stoodAround = (): StoodAround => ({ iterated: this.#iterated, blocking: this.blocking.latest });
  readonly #wokenNow = (): number => this.turns.wokenNow();

  constructor(
    protected readonly clock: RunClock,
    protected readonly events: EventWriter,
    private readonly siteOf: (site: number) => KnownSite,
  ) {
    this.turns = new Turns(clock, events, siteOf);
    this.groups = new Groups(this.#promises);
    this.blocking = new Blocking(clock, events, this.turns, siteOf);
  }

  /** How many calls wait for something. */
  get unfinished(): number {
    return this.turns.waiting + this.#tails;
  }

  /** A call of an async function begins; its own promise is the one made last. */
  enter(site: number): Lane {
    const lane = this.enterGenerator(site);
    if (types.isPromise(this.latest)) {
      this.#promises.own(this.latest, lane);
    }
    this.latest = undefined;
    return lane;
  }

  enterGenerator(site: number): Lane {
    const now = this.clock.now();
    const parent = this.turns.running();
    const lane = newLane(++this.lanes, parent);
    const place = this.siteOf(site);
    this.events.lane(now, lane.id, parent === null ? null : parent.id, place.text, 'call', place);
    this.turns.take(lane, now, place);
    return lane;
  }

  /** A default value has been evaluated: `promise` is still the call's own. */
  keep<Value>(promise: unknown, value: Value): Value {
    this.latest = promise;
    return value;
  }

  suspend<Value>(lane: Lane, site: number, before: number, value: Value): Value {
    this.#wait(lane, site, before, value);
    this.turns.release(lane, 'await');
    return value;
  }

  /** An async generator hands a value to whoever asked for it. */
  hand<Value>(lane: Lane, site: number, value: Value): Value {
    this.#wait(lane, site, Infinity, null);
    this.turns.release(lane, 'yield');
    return value;
  }

  /** An `await` is over. */
  readonly resume = <Value>(lane: Lane, site: number, value: Value): Value => {
    if (lane.suspended !== null) {
      this.turns.resume(lane, this.siteOf(site));
    }
    return value;
  };

  /** A `catch` runs. */
  caught(lane: Lane, error?: unknown): void {
    this.again(lane);
    this.uncaught(error);
  }

  /** An error is about to be seen by the program, or by whoever runs it. */
  uncaught(error: unknown): void {
    showOwnMessage(error, this.#stoodAround);
  }

  /** The lane may go on here. */
  again(lane: Lane): void {
    if (lane.suspended !== null) {
      this.turns.resume(lane, nowhere);
    }
  }

  /** `return` gives this value. */
  give<Value>(lane: Lane, site: number, before: number, value: Value): Value {
    lane.given = typeof value === 'object' && value !== null ? { value, site, before } : null;
    return value;
  }

  fail(lane: Lane, error: unknown): void {
    this.caught(lane, error);
    lane.error = errorText(error);
  }

  /** The function is over; its promise is not if it returned another. */
  exit(lane: Lane): void {
    this.again(lane);
    const { given } = lane;
    lane.given = null;
    if (given !== null && lane.error === null && types.isPromise(given.value)) {
      lane.isTail = true;
      this.#tails++;
      onRejection(given.value, (error) => {
        lane.error ??= errorText(error);
      });
      this.#wait(lane, given.site, given.before, given.value);
    } else {
      const now = this.clock.now();
      this.turns.leaveAbove(lane, now);
      this.end(lane, now);
    }
    this.turns.release(lane, null);
  }

  /** Stands for what `for await` walks. */
  iterate(lane: Lane, site: number, iterable: unknown, isCall: boolean): unknown {
    this.#iterated = { text: this.siteOf(site).text, isCall };
    return watchIterable(iterable, (result) => {
      this.suspend(lane, site, Infinity, result);
    });
  }

  promiseSettled(promise: object): void {
    const lane = this.#promises.settle(promise, this.#wokenNow);
    if (lane?.isTail === true) {
      this.#tails--;
      this.end(lane, this.clock.now());
    }
  }

  /** The call whose promise this is. */
  laneOf(promise: unknown): Lane | null {
    return this.#promises.laneOf(promise);
  }

  /** A lane is over. */
  protected end(lane: Lane, now: number): void {
    lane.isTail = false;
    this.events.end(now, lane.id, lane.error === null ? 'done' : 'failed', lane.error);
  }

  #wait(lane: Lane, site: number, before: number, value: unknown): void {
    const now = this.clock.now();
    const place = this.siteOf(site);
    this.turns.leaveAbove(lane, now);
    lane.woken = null;
    if (isPlain(value)) {
      lane.woken = now;
      this.events.wait(now, lane.id, place, place.text, nobody);
      return;
    }
    const promise = this.#promises.of(value);
    const called = promise === null ? null : promise.callOf(lane, before);
    if (called !== null) {
      this.events.nest(now, called.id, lane.id);
    }
    this.events.wait(now, lane.id, place, place.text, promise === null ? nobody : promise.lanes());
    promise?.await(lane);
  }
}

/** True for what an `await` has no need to wait for. */
function isPlain(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}
