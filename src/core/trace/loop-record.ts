import { touches } from './spans';
import type { LoopSpan } from './trace';

interface Turning {
  readonly begin: number;
  end: number | null;
  readonly idle: { start: number; end: number }[];
}

/** Collects when the loop turned and when it slept. */
export class LoopRecord {
  readonly #loops: Turning[] = [];

  begin(time: number): void {
    this.end(time);
    this.#loops.push({ begin: time, end: null, idle: [] });
  }

  end(time: number): void {
    const loop = this.#loops.at(-1);
    if (loop !== undefined) {
      loop.end ??= time;
    }
  }

  /** The loop slept; returns since when, or undefined when no loop turns or the time is told already. */
  idle(time: number, duration: number): number | undefined {
    const loop = this.#loops.at(-1);
    if (loop?.end !== null) {
      return undefined;
    }
    const last = loop.idle.at(-1);
    const start = Math.max(time - duration, last?.end ?? loop.begin);
    if (start >= time) {
      return undefined;
    }
    if (last !== undefined && touches(last, { start })) {
      last.end = time;
    } else {
      loop.idle.push({ start, end: time });
    }
    return start;
  }

  /** Busy and idle of every loop, one after another; a loop that still turns lasts until `until`. */
  spans(until: number): readonly LoopSpan[] {
    const spans: LoopSpan[] = [];
    for (const loop of this.#loops) {
      let from = loop.begin;
      for (const { start, end } of loop.idle) {
        push(spans, 'busy', from, start);
        push(spans, 'idle', start, end);
        from = end;
      }
      push(spans, 'busy', from, loop.end ?? until);
    }
    return spans;
  }
}

function push(spans: LoopSpan[], state: LoopSpan['state'], start: number, end: number): void {
  if (end > start) {
    spans.push({ state, start, end });
  }
}
