import { performance } from 'node:perf_hooks';
import type { RunClock } from './clock';

const { nodeTiming } = performance;
const realNow = performance.now.bind(performance);

/** Gaps shorter than this are not worth asking the loop how long it slept. */
const SLEEP_NOTICED_FROM_MS = 0.05;

/** The machine's own time. */
export class RealClock implements RunClock {
  #zero = realNow();
  #asked = 0;
  #slept = 0;

  now(): number {
    return realNow() - this.#zero;
  }

  start(): void {
    this.#zero = realNow();
    this.#slept = nodeTiming.idleTime;
  }

  takeIdle(now: number): number {
    if (now - this.#asked < SLEEP_NOTICED_FROM_MS) {
      return 0;
    }
    this.#asked = now;
    const slept = nodeTiming.idleTime;
    const idle = slept - this.#slept;
    this.#slept = slept;
    return idle;
  }
}
