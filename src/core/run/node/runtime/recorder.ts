import { types } from 'node:util';
import type { Clock } from '../../../trace/trace';
import type { RunClock } from './clock';
import { errorText, onRejection } from './errors';
import type { EventWriter } from './events';
import { watchIterable } from './iterate';
import { lanesBehind, newKnown, newLane, type Known, type Lane, type SiteTable } from './lane';

/** Ready for less than this is not told. */
const READY_TOLD_FROM_MS = 0.1;
const BLOCK_TOLD_FROM_MS = 5;
/** A run of a plain callback shorter than this, in which nothing happened, is not told. */
const CALLBACK_TOLD_FROM_MS = 0.5;

const settled = Promise.resolve();
const then = settled.then.bind(settled);

/**
 * Follows who has the loop. Its methods are what instrumented code calls; each hands back the value it was
 * given, makes no promise that the program could see and throws nothing.
 */
export class Recorder {
  /** Number of lanes so far: a lane made later has a higher id. */
  lanes = 1;
  /** The promise made last that no other promise begot. */
  latest: unknown;
  readonly program: Lane = newLane(1, null);
  #current: Lane | null = null;
  #known = new WeakMap<object, Known>();
  #hasBegun = false;
  /** When a timer's callback began that has not shown itself yet. */
  #unseenSince: number | null = null;
  /** When the timer could have been called whose callback runs now. */
  #due: number | null = null;
  #awake = 0;
  #blockedUntil = 0;

  constructor(
    private readonly clock: RunClock,
    private readonly events: EventWriter,
    private readonly sites: SiteTable,
    private readonly about: { readonly file: string; readonly name: string; readonly clock: Clock },
  ) {}

  /** A module of the program begins. */
  begin(): void {
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      this.clock.start();
      this.events.start(0, this.about.file, this.about.clock);
      this.events.loop(0, 'begin');
      this.events.lane(0, 1, null, this.about.name, 'program', 1);
    }
    if (this.#current === null) {
      this.#take(this.program, this.#wakeUp(), 1);
      this.#leaveLater();
    }
  }

  enter(site: number): Lane {
    const lane = this.enterGenerator(site);
    if (types.isPromise(this.latest)) {
      this.#known.set(this.latest, newKnown(lane));
      this.latest = undefined;
    }
    return lane;
  }

  enterGenerator(site: number): Lane {
    const now = this.clock.now();
    const parent = this.#current;
    this.#show();
    const lane = newLane(++this.lanes, parent);
    const { line, text } = this.sites(site);
    this.events.lane(now, lane.id, parent?.id ?? null, text, 'call', line);
    this.#take(lane, now, line);
    return lane;
  }

  keep<Value>(promise: unknown, value: Value): Value {
    this.latest = promise;
    return value;
  }

  suspend<Value>(lane: Lane, site: number, before: number, value: Value): Value {
    const now = this.clock.now();
    const { line, text } = this.sites(site);
    this.#leaveAbove(lane, now);
    const waitsFor = this.#awaits(lane, before, value, now);
    this.events.wait(now, lane.id, line, text, waitsFor);
    this.#release(lane, 'await', now);
    if (
      !types.isPromise(value) &&
      (value === null || (typeof value !== 'object' && typeof value !== 'function'))
    ) {
      lane.woken = now;
    }
    return value;
  }

  /** An async generator hands a value to whoever asked for it. */
  hand<Value>(lane: Lane, site: number, value: Value): Value {
    const now = this.clock.now();
    const { line, text } = this.sites(site);
    this.#leaveAbove(lane, now);
    this.events.wait(now, lane.id, line, text, []);
    this.#release(lane, 'yield', now);
    return value;
  }

  resume<Value>(lane: Lane, site: number, value: Value): Value {
    if (lane.suspended !== null) {
      this.#resume(lane, this.sites(site).line);
    }
    return value;
  }

  /** A `catch` or `finally` runs, which may be the first to notice that the lane goes on. */
  again(lane: Lane): void {
    if (lane.suspended !== null) {
      this.#resume(lane, null);
    }
  }

  give<Value>(lane: Lane, site: number, before: number, value: Value): Value {
    lane.given = { value, site, before };
    return value;
  }

  fail(lane: Lane, error: unknown): void {
    this.again(lane);
    lane.error = errorText(error);
  }

  exit(lane: Lane): void {
    this.again(lane);
    const now = this.clock.now();
    this.#leaveAbove(lane, now);
    const { given } = lane;
    lane.given = null;
    if (given !== null && lane.error === null && types.isPromise(given.value)) {
      const { line, text } = this.sites(given.site);
      const waitsFor = this.#awaits(lane, given.before, given.value, now);
      onRejection(given.value, (error) => {
        lane.error ??= errorText(error);
      });
      this.events.wait(now, lane.id, line, text, waitsFor);
      lane.isTail = true;
    } else {
      this.#end(lane, now);
    }
    this.#release(lane, null, now);
  }

  iterate(lane: Lane, site: number, iterable: unknown): unknown {
    return watchIterable(iterable, (result) => {
      this.suspend(lane, site, Infinity, result);
    });
  }

  members<Members>(members: Members): Members {
    this.#members = Array.isArray(members) ? members.slice() : null;
    return members;
  }
  #members: readonly unknown[] | null = null;

  /** `promise` comes from the members last told of. */
  group<Value>(promise: Value): Value {
    const members = this.#members;
    this.#members = null;
    if (members !== null && types.isPromise(promise)) {
      const group = newKnown(null);
      group.members = members.filter(types.isPromise).map((member) => this.#knownOf(member));
      for (const member of group.members) {
        member.groups.push(group);
      }
      this.#known.set(promise, group);
    }
    return promise;
  }

  /** A call that holds the thread is about to be made. */
  blocking(): number {
    this.events.flush();
    return this.clock.now();
  }

  blocked<Value>(site: number, since: number, value: Value): Value {
    const now = this.clock.now();
    if (now - since >= BLOCK_TOLD_FROM_MS && this.#blockedUntil <= since) {
      this.#show();
      const { line, text } = this.sites(site);
      this.events.block(now, this.#current?.id ?? null, line, text, now - since);
      this.#blockedUntil = now;
    }
    return value;
  }

  wrote(stream: 'stdout' | 'stderr', text: string): void {
    if (this.#hasBegun) {
      this.#show();
      this.events.out(this.clock.now(), this.#current?.id ?? null, stream, text);
    }
  }

  marked(text: string): void {
    this.#show();
    this.events.mark(this.clock.now(), this.#current?.id ?? null, text);
  }

  /** A timer's callback is about to run that was due at `due`. */
  timerFires(due: number): void {
    if (!this.#hasBegun) {
      return;
    }
    const now = this.#wakeUp();
    this.#due = Math.min(now, Math.max(due, this.#awake));
    if (this.program.suspended !== 'await') {
      this.#current = this.program;
      this.program.previous = null;
      this.program.suspended = null;
      this.#unseenSince = now;
    }
    this.#leaveLater();
  }

  promiseSettled(promise: object): void {
    const known = this.#known.get(promise);
    if (known === undefined) {
      return;
    }
    const now = this.clock.now();
    const woken = known.memberWoken ?? this.#due ?? now;
    for (const lane of known.waiting) {
      if (lane.awaited === known) {
        lane.woken ??= woken;
      }
    }
    known.waiting = [];
    for (const group of known.groups) {
      group.memberWoken = woken;
    }
    known.groups = [];
    if (known.lane?.isTail === true) {
      this.#end(known.lane, now);
    }
  }

  /** The program is over; `error` is what ended it, if something did. */
  finish(error: string | null): void {
    if (!this.#hasBegun) {
      this.events.start(0, this.about.file, this.about.clock);
    }
    const now = this.#hasBegun ? this.#wakeUp() : 0;
    if (this.#hasBegun) {
      this.events.loop(now, 'end');
      this.program.error = error;
      this.#end(this.program, now);
    }
    this.events.exit(now);
    this.events.flush();
  }

  #resume(lane: Lane, line: number | null): void {
    const isPulled = lane.suspended === 'yield';
    const now = isPulled ? this.clock.now() : this.#wakeUp();
    if (lane.woken !== null && now - lane.woken >= READY_TOLD_FROM_MS) {
      this.events.wake(lane.woken, lane.id);
    }
    if (isPulled) {
      this.#show();
    }
    this.#take(lane, now, line);
  }

  /** The loop turns to something new: tells how long it slept, and that whoever seemed to run does not. */
  #wakeUp(): number {
    const now = this.clock.now();
    const idle = this.clock.takeIdle(now);
    if (this.#current !== null) {
      this.#leaveAbove(null, now - idle);
    }
    if (idle > 0) {
      this.events.idle(now, idle);
      this.#awake = now;
    }
    return now;
  }

  #take(lane: Lane, now: number, line: number | null): void {
    lane.previous = this.#current;
    lane.suspended = null;
    lane.awaited = null;
    lane.woken = null;
    this.#current = lane;
    this.events.run(now, lane.id, line);
  }

  #release(lane: Lane, suspended: Lane['suspended'], now: number): void {
    lane.suspended = suspended;
    lane.since = now;
    if (this.#current === lane) {
      this.#current = lane.previous;
      lane.previous = null;
    }
  }

  /** Lanes above `lane` gave the loop back without a word, as `await using` does. */
  #leaveAbove(lane: Lane | null, now: number): void {
    if (this.#current === lane || (lane !== null && !this.#isRunning(lane))) {
      return;
    }
    for (let above = this.#current; above !== null && above !== lane; above = this.#current) {
      if (above !== this.program) {
        this.events.wait(now, above.id, null, 'promise', []);
      } else if (this.#unseenSince === null || now - this.#unseenSince >= CALLBACK_TOLD_FROM_MS) {
        this.#show();
        this.events.wait(now, above.id, null, 'callbacks', []);
      }
      this.#unseenSince = null;
      this.#release(above, above === this.program ? 'callbacks' : 'await', now);
    }
  }

  #isRunning(lane: Lane): boolean {
    for (let running = this.#current; running !== null; running = running.previous) {
      if (running === lane) {
        return true;
      }
    }
    return false;
  }

  /** Before anything else that was put off, but after all that is running now. */
  #leaveLater(): void {
    void then(() => {
      this.#due = null;
      this.#leaveAbove(null, this.clock.now());
    });
  }

  #show(): void {
    if (this.#unseenSince !== null) {
      this.events.run(this.#unseenSince, this.program.id, null);
      this.#unseenSince = null;
    }
  }

  #awaits(lane: Lane, before: number, value: unknown, now: number): readonly number[] {
    if (!types.isPromise(value)) {
      return [];
    }
    const known = this.#knownOf(value);
    const called = known.lane;
    if (called !== null && called.id > before && called.parent === lane && !known.wasAwaited) {
      this.events.nest(now, called.id, lane.id);
    }
    known.wasAwaited = true;
    known.waiting.push(lane);
    lane.awaited = known;
    return lanesBehind(known);
  }

  #knownOf(promise: object): Known {
    const known = this.#known.get(promise) ?? newKnown(null);
    this.#known.set(promise, known);
    return known;
  }

  #end(lane: Lane, now: number): void {
    lane.isTail = false;
    this.events.end(now, lane.id, lane.error === null ? 'done' : 'failed', lane.error);
  }
}
