import type { TraceEvent } from '../../core/trace/events';
import type { Clock } from '../../core/trace/trace';

/**
 * Tells the program's time while it runs. Events come in late and in heaps: the program's clock is at least as far as
 * the event that came with the least delay says. Only a real clock goes on between events.
 */
export class LiveClock {
  readonly #clock: Clock;
  #ahead: number | null = null;
  #latest = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes note of events that arrived `at` this moment of the viewer's time. */
  hear(events: readonly TraceEvent[], at: number): void {
    const time = events.at(-1)?.[1];
    if (time !== undefined) {
      this.#latest = Math.max(this.#latest, time);
      this.#ahead = Math.max(this.#ahead ?? -Infinity, time - at);
    }
  }

  /** Milliseconds since the program started, null before its first event. */
  now(at: number): number | null {
    if (this.#ahead === null) {
      return null;
    }
    return this.#clock === 'real' ? Math.max(this.#latest, at + this.#ahead) : this.#latest;
  }
}
