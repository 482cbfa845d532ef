import type { LaneRecord, Step } from './lane-record';
import { fileOf } from './places';
import type { Span } from './trace';

/**
 * Goes through the steps of a lane and of the calls it awaits directly, in time. The state of all of them is that of
 * whichever runs, else of the innermost that is not over: the one the others wait for.
 */
export class Sweep {
  /** Where each lane stands, outer before inner, by the order in which they began. */
  readonly #current: Map<LaneRecord, Step>;
  readonly #chain: LaneRecord[];
  #running: LaneRecord | undefined;

  constructor(from?: Sweep) {
    this.#current = new Map<LaneRecord, Step>(from === undefined ? [] : from.#current);
    this.#chain = from === undefined ? [] : from.#chain.slice();
    this.#running = from === undefined ? undefined : from.#running;
  }

  /** Takes the next step; returns the one that counts from then on, undefined when all are over. */
  take(step: Step): Step | undefined {
    const { lane, state } = step;
    if (this.#running === lane) {
      this.#running = undefined;
    }
    if (state === 'over') {
      this.#current.delete(lane);
      this.#remove(lane);
    } else {
      if (!this.#current.has(lane)) {
        this.#chain.push(lane);
      }
      this.#current.set(lane, step);
      this.#running = state === 'running' ? lane : this.#running;
    }
    const shown = this.#running ?? this.#chain.at(-1);
    return shown === undefined ? undefined : this.#current.get(shown);
  }

  #remove(lane: LaneRecord): void {
    const place = this.#chain.lastIndexOf(lane);
    if (place >= 0) {
      this.#chain.splice(place, 1);
    }
  }
}

/** The spans that the steps make, up to `end`; those of no length are left out. */
export function spansOf(steps: readonly Step[], sweep: Sweep, end: number): Span[] {
  const spans: Span[] = [];
  let open: Step | undefined;
  let since = 0;
  const close = (at: number) => {
    const until = Math.min(at, end);
    if (open !== undefined && open.state !== 'over' && until > since) {
      const { state, place, on, lanes } = open;
      const span: Span = { state, start: since, end: until, line: place.line, on };
      const isPlain = lanes.length === 0 && place.file === undefined;
      spans.push(isPlain ? span : { ...span, ...(lanes.length === 0 ? {} : { lanes }), ...fileOf(place) });
    }
  };
  for (const step of steps) {
    const shown = sweep.take(step);
    if (shown !== undefined) {
      close(step.time);
      [open, since] = [shown, step.time];
    }
  }
  close(end);
  return spans;
}
