import { types } from 'node:util';
import type { Clock } from '../../../trace/trace';
import type { RunClock } from '../clocks/clock';
import { Blocking } from './blocking';
import { errorText, onRejection } from './errors';
import type { EventWriter } from './events';
import type { Ending } from './exit';
import { Groups } from './groups';
import { watchIterable } from './iterate';
import { newLane, type Lane } from './lane';
import { PromiseTable } from './promises';
import { showOwnMessage, type StoodAround } from './own-messages';
import { nowhere, type KnownSite } from './sites';
import { Started } from './started';
import { START, Turns } from './turns';

const nobody: readonly never[] = [];

export interface Program {
  readonly file: string;
  readonly name: string;
  readonly clock: Clock;
}

/**
 * What instrumented code calls to tell where it is. Every method that takes a value hands it back as it is; none
 * throws, adds a microtask of the program's, or makes a promise that the program could see.
 */
export class Recorder {
  /** Number of lanes so far: a lane made later has a higher id. */
  lanes = 2;
  /** The promise made last that no other promise begot. */
  latest: unknown;
  readonly program: Lane;
  readonly groups: Groups;
  readonly blocking: Blocking;
  readonly started: Started;
  readonly turns: Turns;
  readonly #promises = new PromiseTable();
  readonly #unhandled = new Set<Lane>();
  #iterated = { text: '', isCall: false };
  readonly #stoodAround = (): StoodAround => ({ iterated: this.#iterated, blocking: this.blocking.latest });
  #hasBegun = false;
  readonly #files: (readonly [number, string])[] = [];
  readonly #wokenNow = (): number => this.turns.wokenNow();
  /** How many calls are over, but for the promise that they returned. */
  #tails = 0;

  constructor(
    private readonly clock: RunClock,
    private readonly events: EventWriter,
    private readonly siteOf: (site: number) => KnownSite,
    private readonly about: Program,
  ) {
    this.turns = new Turns(clock, events, siteOf);
    this.program = this.turns.program;
    this.groups = new Groups(this.#promises);
    this.blocking = new Blocking(clock, events, this.turns, siteOf);
    this.started = new Started(clock, events, () =>
      this.#hasBegun ? { id: ++this.lanes, parent: this.turns.running()?.id ?? null } : null,
    );
  }

  /** A module other than the program's first has been loaded, whose lines are told with this number. */
  loaded(number: number, path: string): void {
    if (this.#hasBegun) {
      this.events.file(this.clock.now(), number, path);
    } else {
      this.#files.push([number, path]);
    }
  }

  /** A module of the program begins. */
  begin(): void {
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      this.clock.start();
      this.events.start(0, this.about.file, this.about.clock);
      this.events.loop(0, 'begin');
      this.events.lane(0, this.program.id, null, this.about.name, 'program', START);
      for (const [number, path] of this.#files) {
        this.events.file(0, number, path);
      }
    }
    this.turns.runProgram();
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
      this.#end(lane, now);
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

  wrote(stream: 'stdout' | 'stderr', text: string): void {
    if (this.#hasBegun) {
      this.events.out(this.clock.now(), this.turns.running()?.id ?? null, stream, text);
    }
  }

  marked(text: string): void {
    if (this.#hasBegun) {
      this.events.mark(this.clock.now(), this.turns.running()?.id ?? null, text);
    }
  }

  timerFires(due: number): number {
    return this.#hasBegun ? this.turns.timerFires(due) : this.clock.now();
  }

  timerReturned(): void {
    if (this.#hasBegun) {
      this.turns.timerReturned();
    }
  }

  promiseSettled(promise: object): void {
    const lane = this.#promises.settle(promise, this.#wokenNow);
    if (lane?.isTail === true) {
      this.#tails--;
      this.#end(lane, this.clock.now());
    }
  }

  /** Nobody has asked for the exception of this promise when its turn was over; or somebody has, later. */
  rejected(promise: unknown, isHandled: boolean): void {
    const lane = this.#promises.laneOf(promise);
    if (lane !== null && isHandled) {
      this.#unhandled.delete(lane);
    } else if (lane !== null) {
      this.#unhandled.add(lane);
    }
  }

  /** The program is over. */
  finish({ error, isEmpty }: Ending): void {
    const now = this.#hasBegun ? this.turns.wakeUp() : 0;
    if (this.#hasBegun) {
      if (isEmpty && this.turns.waiting + this.#tails > 0) {
        this.events.deadlock(now);
      }
      for (const lane of this.#unhandled) {
        this.events.unretrieved(now, lane.id);
      }
      this.events.loop(now, 'end');
      if (this.turns.hasCallbacks) {
        this.#end(this.turns.callbacks, now);
      }
      this.program.error = error;
      if (error !== null || this.program.suspended !== 'await') {
        this.#end(this.program, now);
      }
    } else {
      this.events.start(0, this.about.file, this.about.clock);
    }
    this.events.exit(now);
    this.events.flush();
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

  #end(lane: Lane, now: number): void {
    lane.isTail = false;
    this.events.end(now, lane.id, lane.error === null ? 'done' : 'failed', lane.error);
  }
}

/** True for what an `await` has no need to wait for. */
function isPlain(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}
