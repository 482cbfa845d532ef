import { Sweep } from './sweep';
import type { Step } from './lane-record';
import type { Span } from './trace';

/** All before `time` is settled: `spans` of them and `told` of the places; `sweep` knows how to go on. */
interface Checkpoint {
  readonly time: number;
  readonly spans: number;
  readonly told: number;
  readonly sweep: Sweep;
}

const MOST_CHECKPOINTS = 8;

/**
 * The part of a live lane that need not be drawn again, as long as nothing is told of the time up to its last
 * checkpoint; then it goes back to the checkpoint before that time.
 */
export class Settled {
  readonly spans: Span[] = [];
  /** Where in `spans` those are that name other lanes. */
  readonly told: number[] = [];
  readonly #checkpoints: Checkpoint[] = [];

  get until(): number {
    return this.#checkpoints.at(-1)?.time ?? -Infinity;
  }

  get sweep(): Sweep | undefined {
    return this.#checkpoints.at(-1)?.sweep;
  }

  /** Settles the spans up to `time`; `steps` are those after the last checkpoint. */
  add(spans: readonly Span[], steps: readonly Step[], time: number): void {
    const sweep = new Sweep(this.sweep);
    for (const step of steps) {
      if (step.time >= time) {
        break;
      }
      sweep.take(step);
    }
    append(spans, this.spans, this.told);
    this.#checkpoints.push({ time, spans: this.spans.length, told: this.told.length, sweep });
    if (this.#checkpoints.length > MOST_CHECKPOINTS) {
      // The old ones are kept far apart: what is told late is seldom told very late.
      const kept = this.#checkpoints.filter((_, index) => index >= MOST_CHECKPOINTS / 2 || index % 2 === 0);
      this.#checkpoints.splice(0, Infinity, ...kept);
    }
  }

  changedAt(time: number): void {
    if (this.until < time) {
      return;
    }
    while (this.until >= time) {
      this.#checkpoints.pop();
    }
    const last = this.#checkpoints.at(-1);
    this.spans.length = last?.spans ?? 0;
    this.told.length = last?.told ?? 0;
  }
}

/** Adds spans, and the places of those that name other lanes. */
export function append(from: readonly Span[], spans: Span[], told: number[]): void {
  for (const span of from) {
    if (span.lanes !== undefined) {
      told.push(spans.length);
    }
    spans.push(span);
  }
}
