import type { NodeTimer, TimerWatcher } from '../runtime/timers';
import type { RunClock } from './clock';

/** Remembers when timers are due, and lets Node call them. */
export class RealTimers implements TimerWatcher {
  readonly #due = new WeakMap<NodeTimer, number>();
  #startedAt = 0;

  constructor(
    private readonly clock: RunClock,
    private readonly onFire: (due: number) => void,
  ) {}

  set(timer: NodeTimer, delay: number): void {
    this.#due.set(timer, this.clock.now() + delay);
  }

  fires(timer: NodeTimer): void {
    this.#startedAt = this.clock.now();
    const due = this.#due.get(timer);
    if (due !== undefined) {
      this.onFire(due);
    }
  }

  repeats(timer: NodeTimer, delay: number): void {
    this.#due.set(timer, this.#startedAt + delay);
  }
}
