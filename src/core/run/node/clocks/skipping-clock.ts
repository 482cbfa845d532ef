import { performance } from 'node:perf_hooks';
import type { RunClock } from './clock';

const { nodeTiming } = performance;
const realNow = performance.now.bind(performance);

/** On the virtual clock, looking at the time takes a moment: who looks again and again waits for time to pass. */
const LOOK_MS = 0.01;

/**
 * A clock on which the loop sleeps in no time: it jumps to when the next timer is due. Between jumps it runs with the
 * machine's, or, on the `virtual` one, stands still.
 */
export class SkippingClock implements RunClock {
  #time = 0;
  /** Real time from which the clock runs with the machine's; null while it stands still. */
  #runsSince: number | null;
  #sleptBefore = 0;
  #idle = 0;

  constructor(readonly isVirtual: boolean) {
    this.#runsSince = isVirtual ? null : realNow();
  }

  now(): number {
    return this.#runsSince === null ? this.#time : this.#time + realNow() - this.#runsSince;
  }

  /** The time as the program sees it when it asks. */
  look(): number {
    this.rest();
    return this.now();
  }

  /** A moment passes, on a clock that would stand still. */
  rest(): void {
    if (this.isVirtual) {
      this.#time = Math.round((this.#time + LOOK_MS) * 1000) / 1000;
    }
  }

  start(): void {
    this.#time = 0;
    this.#idle = 0;
    this.#run();
  }

  /** The loop sleeps until `time`; the clock stands until `wake`. */
  sleepUntil(time: number): void {
    this.#idle += this.#sleptForReal() + Math.max(0, time - this.now());
    this.#time = Math.max(time, this.now());
    this.#runsSince = null;
  }

  wake(): void {
    if (this.#runsSince === null) {
      this.#run();
    }
  }

  /** The thread was held for `duration` milliseconds that nobody waited for. */
  skip(duration: number): void {
    this.#time += duration;
  }

  takeIdle(): number {
    const idle = this.#idle + this.#sleptForReal();
    this.#idle = 0;
    return idle;
  }

  #run(): void {
    this.#sleptBefore = nodeTiming.idleTime;
    this.#runsSince = this.isVirtual ? null : realNow();
  }

  /** For input and output the loop sleeps in real time, of which a clock that stands knows nothing. */
  #sleptForReal(): number {
    if (this.#runsSince === null) {
      return 0;
    }
    const slept = nodeTiming.idleTime;
    const more = slept - this.#sleptBefore;
    this.#sleptBefore = slept;
    return more;
  }
}
