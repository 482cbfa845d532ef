import { touches } from './spans';
import type { LoopSpan } from './trace';

interface Sleep {
  readonly start: number;
  end: number;
}

/** Collects when the loop turned and when it slept. */
export class LoopRecord {
  /** What cannot change any more. */
  readonly #settled: LoopSpan[] = [];
  /** The loop that turns: what is not settled of it begins at `from`, and it slept last from `sleep` on. */
  #turning: { from: number; sleep: Sleep | null } | null = null;

  begin(time: number): void {
    this.end(time);
    this.#turning = { from: time, sleep: null };
  }

  end(time: number): void {
    this.#pushRest(this.#settled, time);
    this.#turning = null;
  }

  /** The loop slept; returns since when, or undefined when no loop turns or the time is told already. */
  idle(time: number, duration: number): number | undefined {
    const turning = this.#turning;
    if (turning === null) {
      return undefined;
    }
    const { sleep } = turning;
    const start = Math.max(time - duration, sleep?.end ?? turning.from);
    if (start >= time) {
      return undefined;
    }
    if (sleep !== null && touches(sleep, { start })) {
      sleep.end = time;
    } else {
      if (sleep !== null) {
        push(this.#settled, 'busy', turning.from, sleep.start);
        push(this.#settled, 'idle', sleep.start, sleep.end);
        turning.from = sleep.end;
      }
      turning.sleep = { start, end: time };
    }
    return start;
  }

  /** Busy and idle of every loop, one after another; a loop that still turns lasts until `until`. */
  spans(until: number): readonly LoopSpan[] {
    const spans = this.#settled.slice();
    this.#pushRest(spans, until);
    return spans;
  }

  #pushRest(spans: LoopSpan[], until: number): void {
    if (this.#turning !== null) {
      const { from, sleep } = this.#turning;
      push(spans, 'busy', from, sleep?.start ?? from);
      push(spans, 'idle', sleep?.start ?? from, sleep?.end ?? from);
      push(spans, 'busy', sleep?.end ?? from, until);
    }
  }
}

function push(spans: LoopSpan[], state: LoopSpan['state'], start: number, end: number): void {
  if (end > start) {
    spans.push({ state, start, end });
  }
}
