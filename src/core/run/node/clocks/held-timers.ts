import { setImmediate } from 'node:timers';
import { quietTimer, release, type NodeTimer, type TimerWatcher } from '../runtime/timers';
import type { SkippingClock } from './skipping-clock';
import type { UnderWay } from './under-way';

/** How often to look whether input and output that is under way is over. */
const LOOK_AGAIN_MS = 2;

interface Held {
  readonly timer: NodeTimer;
  readonly due: number;
  readonly order: number;
}

/**
 * Holds the program's timers back and releases them when they are due on a skipping clock. When nothing but timers
 * is left to wait for, the clock jumps to the next of them. Node itself still calls them, in its own order.
 */
export class HeldTimers implements TimerWatcher {
  readonly holds = true;
  readonly #held = new Map<NodeTimer, Held>();
  #released = new Map<NodeTimer, Held>();
  #order = 0;
  #isArmed = false;

  constructor(
    private readonly clock: SkippingClock,
    private readonly onFire: (due: number) => void,
    private readonly underWay: () => UnderWay,
  ) {}

  set(timer: NodeTimer, delay: number): void {
    this.#released.delete(timer);
    const due = Math.trunc(this.clock.now()) + Math.trunc(delay);
    this.#held.set(timer, { timer, due, order: this.#order++ });
    this.#arm();
  }

  fires(timer: NodeTimer, repeat: number | null): void {
    this.clock.wake();
    const released = this.#released.get(timer);
    this.#released.delete(timer);
    this.onFire(released?.due ?? this.clock.now());
    if (repeat !== null) {
      this.set(timer, repeat);
    }
    this.#arm();
  }

  /** A turn of the loop: nobody else has anything left to do in it. */
  #turn(): void {
    this.#isArmed = false;
    for (const timers of [this.#held, this.#released]) {
      for (const timer of timers.keys()) {
        if (timer._destroyed) {
          timers.delete(timer);
        }
      }
    }
    if (this.#released.size > 0 || this.#held.size === 0) {
      return;
    }
    this.clock.wake();
    const next = Math.min(...[...this.#held.values()].map(({ due }) => due));
    const underWay = this.underWay();
    if (next <= this.clock.now() || underWay === 'nothing') {
      this.#release(next);
    } else {
      this.clock.rest();
      this.#arm(underWay === 'others');
    }
  }

  #release(next: number): void {
    this.clock.sleepUntil(next);
    const now = this.clock.now();
    const due = [...this.#held.values()].filter((held) => held.due <= now);
    due.sort((a, b) => a.due - b.due || a.order - b.order);
    for (const held of due) {
      this.#held.delete(held.timer);
      this.#released.set(held.timer, held);
    }
    release(due.map(({ timer }) => timer));
  }

  /** Asks for a turn, at once or after a while. Timers that keep nothing alive do not become a reason to turn. */
  #arm(later = false): void {
    if (this.#isArmed || this.#held.size === 0) {
      return;
    }
    this.#isArmed = true;
    const turn = (): void => {
      this.#turn();
    };
    const keepsAlive = [...this.#held.keys()].some((timer) => !timer._destroyed && timer.hasRef());
    if (later || !keepsAlive) {
      quietTimer(turn, LOOK_AGAIN_MS);
    } else {
      setImmediate(turn);
    }
  }
}
