import type { RunClock } from '../clocks/clock';
import type { EventWriter } from './events';
import { newLane, type Lane } from './lane';
import { nowhere, type Place } from './sites';

/** Ready for less than this is not told. */
const READY_TOLD_FROM_MS = 0.1;
/** A run of a plain callback shorter than this, in which nothing happened, is not told. */
const CALLBACK_TOLD_FROM_MS = 0.5;

/** Where the program's lane first runs. */
export const START: Place = { line: 1, file: 0 };
const nobody: readonly never[] = [];

const settled = Promise.resolve();
const then = settled.then.bind(settled);

/** Keeps who has the loop, and tells when that changes. A lane that another lane calls stands above it. */
export class Turns {
  readonly program: Lane = newLane(1, null);
  /** Stands for plain callbacks while the program's own lane is at an `await`; told of when there is one to tell of. */
  readonly callbacks: Lane = newLane(2, this.program);
  hasCallbacks = false;
  /** How many lanes stand at an `await`. */
  waiting = 0;
  #current: Lane | null = null;
  /** When a callback began that has not shown itself yet, and where. */
  #unseenSince: number | null = null;
  #unseenPlace = nowhere;
  /** When the timer could have been called whose callback runs now. */
  #due: number | null = null;
  /** When the loop last woke. */
  #awake = 0;

  constructor(
    private readonly clock: RunClock,
    private readonly events: EventWriter,
    private readonly placeOf: (site: number) => Place,
  ) {}

  /** Who runs now; whoever asks has something to tell of it, so that a callback's run shows from here on. */
  running(): Lane | null {
    if (this.#unseenSince !== null && this.#current !== null) {
      this.#showCallback(this.#current.id, this.#unseenSince);
    }
    return this.#current;
  }

  /** A module of the program begins: the program runs, unless somebody loads the module meanwhile. */
  runProgram(): void {
    if (this.#current === null) {
      this.take(this.program, this.wakeUp(), START);
      this.#leaveLater();
    }
  }

  /** A timer's callback is about to run that was due at `due`. Returns the time. */
  timerFires(due: number): number {
    const now = this.wakeUp();
    this.#due = Math.min(now, Math.max(due, this.#awake));
    this.#takeCallback(now, nowhere);
    return now;
  }

  /** It is over. */
  timerReturned(): void {
    this.#due = null;
    if (this.#current !== null) {
      this.leaveAbove(null, this.clock.now());
    }
  }

  /** A plain callback begins. True when it is the loop that calls it: `left` is then to be used when it is over. */
  called(site: number): boolean {
    if (this.#current !== null) {
      if (this.#unseenSince !== null) {
        this.#unseenPlace = this.#unseenPlace.line === null ? this.placeOf(site) : this.#unseenPlace;
      }
      return false;
    }
    this.#takeCallback(this.wakeUp(), this.placeOf(site));
    return true;
  }

  /** A plain callback is over; `called` said whether the loop has called it. */
  left(isLoops: boolean): void {
    if (isLoops && this.#current !== null) {
      this.leaveAbove(null, this.clock.now());
    }
  }

  /** From when on somebody can go on for whom something has just come about. */
  wokenNow(): number {
    return this.#due ?? this.clock.now();
  }

  take(lane: Lane, now: number, place: Place): void {
    lane.previous = this.#current;
    this.#setSuspended(lane, null);
    lane.awaited = null;
    lane.woken = null;
    this.#current = lane;
    this.events.run(now, lane.id, place, lane.place);
    lane.place = place;
  }

  resume(lane: Lane, place: Place): void {
    const isPulled = lane.suspended === 'yield';
    const now = isPulled ? this.clock.now() : this.wakeUp();
    if (isPulled) {
      this.running();
    } else if (lane.woken !== null && now - lane.woken >= READY_TOLD_FROM_MS) {
      this.events.wake(lane.woken, lane.id);
    }
    this.take(lane, now, place);
  }

  release(lane: Lane, suspended: Lane['suspended']): void {
    this.#setSuspended(lane, suspended);
    if (this.#current === lane) {
      this.#current = lane.previous;
      lane.previous = null;
    }
  }

  /** Lanes above `lane` gave the loop back without a word, as `await using` does; above null, all did. */
  leaveAbove(lane: Lane | null, now: number): void {
    if (this.#current === lane || (lane !== null && !this.#isRunning(lane))) {
      return;
    }
    for (let above = this.#current; above !== null && above !== lane; above = this.#current) {
      if (above === this.program || above === this.callbacks) {
        this.#leaveCallback(above, now);
      } else {
        this.events.wait(now, above.id, nowhere, 'promise', nobody);
        this.release(above, 'await');
      }
    }
  }

  /** The loop turns to something new: tells how long it slept, and that whoever seemed to run does not. */
  wakeUp(): number {
    const now = this.clock.now();
    const idle = this.clock.takeIdle(now);
    if (this.#current !== null) {
      this.leaveAbove(null, now - idle);
    }
    if (idle > 0) {
      this.events.idle(now, idle);
      this.#awake = now;
    }
    return now;
  }

  #setSuspended(lane: Lane, suspended: Lane['suspended']): void {
    this.waiting += Number(suspended === 'await') - Number(lane.suspended === 'await');
    lane.suspended = suspended;
  }

  #takeCallback(now: number, place: Place): void {
    const lane = this.program.suspended === 'await' ? this.callbacks : this.program;
    lane.suspended = null;
    lane.previous = null;
    this.#current = lane;
    this.#unseenSince = now;
    this.#unseenPlace = place;
  }

  #showCallback(id: number, since: number): void {
    if (id === this.callbacks.id && !this.hasCallbacks) {
      this.hasCallbacks = true;
      this.events.lane(since, id, this.program.id, 'callbacks', 'program', nowhere);
    }
    this.events.run(since, id, this.#unseenPlace, null);
    this.#unseenSince = null;
  }

  #leaveCallback(lane: Lane, now: number): void {
    if (this.#unseenSince === null || now - this.#unseenSince >= CALLBACK_TOLD_FROM_MS) {
      this.running();
      this.events.wait(now, lane.id, nowhere, 'callbacks', nobody);
    }
    this.#unseenSince = null;
    this.release(lane, 'callbacks');
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
      this.leaveAbove(null, this.clock.now());
    });
  }
}
