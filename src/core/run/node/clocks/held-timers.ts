import { setImmediate } from 'node:timers';
import {
  dropReference,
  quietTimer,
  release,
  type NodeTimer,
  type TimerReferences,
  type TimerWatcher,
} from '../runtime/timers';
import type { TimedProgram } from './clock';
import type { SkippingClock } from './skipping-clock';
import { TimerLists } from './timer-lists';
import { hasImmediates, type OwnTalk } from './under-way';

/** How long to wait before looking whether a loop that is alive has anything to wait for. */
const LOOK_AGAIN_MS = 5;
/** Input and output that takes less is over before the next timer, whenever that is due on a virtual clock. */
const LEAST_PATIENCE_MS = 100;

/**
 * Holds the program's timers back and releases them when they are due on a skipping clock. They keep the loop alive
 * no more: when it comes to its end, nothing but timers is left to wait for, and the clock jumps to the next of them.
 * Node itself still calls them, in its own order.
 */
export class HeldTimers implements TimerWatcher {
  readonly references: TimerReferences;
  readonly #lists = new TimerLists();
  /** Those that keep Node itself alive still. */
  readonly #fresh = new Set<NodeTimer>();
  readonly #keepsAlive = new WeakMap<NodeTimer, boolean>();
  readonly #released = new Set<NodeTimer>();
  #startedAt = 0;
  #isTurnAsked = false;
  /** True when the turn asked for is to look: the loop has then heard what there is to hear of. */
  #isLookDue = false;
  #nextLook: { readonly timer: NodeJS.Timeout; readonly at: number } | null = null;
  /** When, in real time, the loop began to wait for something else than timers. */
  #waitsSince: number;

  constructor(
    private readonly clock: SkippingClock,
    private readonly program: TimedProgram,
    private readonly ownTalk: OwnTalk,
    private readonly realNow: () => number,
  ) {
    this.#waitsSince = realNow();
    this.references = {
      get: (timer) => this.#keepsAlive.get(timer),
      set: (timer, keepsAlive) => this.#keepsAlive.set(timer, keepsAlive),
    };
  }

  set(timer: NodeTimer, delay: number): number {
    return this.#hold(timer, delay, this.clock.now());
  }

  fires(timer: NodeTimer, due: number): void {
    this.clock.wake();
    this.#released.delete(timer);
    this.#startedAt = this.program.timerFires(due);
    this.#askForTurn();
  }

  returned(): void {
    this.program.timerReturned();
  }

  repeats(timer: NodeTimer, delay: number): number {
    return this.#hold(timer, delay, this.#startedAt);
  }

  /** The loop has come to its end. True when it has to go on, for timers that are held. */
  emptied(): boolean {
    const next = this.#lists.next();
    const goesOn = next !== undefined && this.#hasReason();
    if (goesOn) {
      this.#release(next);
      setImmediate(() => undefined);
    }
    return goesOn;
  }

  #hold(timer: NodeTimer, delay: number, since: number): number {
    this.#released.delete(timer);
    this.#fresh.add(timer);
    this.#askForTurn();
    return this.#lists.add(timer, delay, since);
  }

  #askForTurn(): void {
    if (!this.#isTurnAsked) {
      this.#isTurnAsked = true;
      setImmediate(() => {
        this.#isTurnAsked = false;
        this.#turn();
      });
    }
  }

  #turn(): void {
    const isLook = this.#isLookDue;
    this.#isLookDue = false;
    for (const timer of this.#fresh) {
      if (!timer._destroyed && !this.#keepsAlive.has(timer)) {
        this.#keepsAlive.set(timer, dropReference(timer));
      }
    }
    this.#fresh.clear();
    const next = this.#nextToRelease();
    if (next === undefined) {
      return;
    }
    this.clock.wake();
    if (next <= this.clock.now() || (isLook && this.#hasNothingElse(next))) {
      this.#release(next);
      return;
    }
    if (!isLook && hasImmediates()) {
      this.clock.rest();
      this.#askForTurn();
    }
    this.#lookSoon(next);
  }

  /** The loop is alive, so that there may be something to wait for that no timer ends. False when there is. */
  #hasNothingElse(next: number): boolean {
    return (this.ownTalk.isAll() && this.#hasReason()) || this.#isOutOfPatience(next);
  }

  #isOutOfPatience(next: number): boolean {
    const waited = this.realNow() - this.#waitsSince;
    return this.clock.isVirtual && waited >= Math.max(LEAST_PATIENCE_MS, next - this.clock.now());
  }

  #lookSoon(next: number): void {
    const inMs = Math.min(LOOK_AGAIN_MS, Math.max(1, Math.ceil(next - this.clock.now())));
    const at = this.realNow() + inMs;
    if (this.#nextLook !== null && this.#nextLook.at <= at) {
      return;
    }
    clearTimeout(this.#nextLook?.timer);
    const timer = quietTimer(() => {
      this.#nextLook = null;
      this.#isLookDue = true;
      this.#askForTurn();
    }, inMs);
    this.#nextLook = { timer, at };
  }

  /** Nothing is released while Node has still to call what was. */
  #nextToRelease(): number | undefined {
    for (const timer of this.#released) {
      if (timer._destroyed) {
        this.#released.delete(timer);
      }
    }
    return this.#released.size > 0 ? undefined : this.#lists.next();
  }

  #hasReason(): boolean {
    return this.#lists.some((timer) => this.#keepsAlive.get(timer) ?? timer.hasRef());
  }

  #release(next: number): void {
    this.#waitsSince = this.realNow();
    this.clock.sleepUntil(next);
    const due = this.#lists.takeDue(this.clock.now());
    const timers = due.map((timer) => ({ timer, keepsAlive: this.#keepsAlive.get(timer) === true }));
    for (const timer of due) {
      this.#released.add(timer);
      this.#keepsAlive.delete(timer);
    }
    release(timers);
  }
}
