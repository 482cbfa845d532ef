import type { LaneRecord, Step } from './lane-record';
import type { Span } from './trace';

/**
 * Goes through the steps of a lane and of the calls it awaits directly, in time. The state of all of them is that of
 * whichever runs, else of the innermost that is not over: the one the others wait for.
 */
export class Sweep {
  /** The step that each lane is at, outer before inner. */
  readonly #chain: Step[];
  #running: Step | undefined;

  constructor(from?: Sweep) {
    this.#chain = from === undefined ? [] : [...from.#chain];
    this.#running = from === undefined ? undefined : from.#running;
  }

  /** Takes the next step; returns the one that counts from then on, undefined when all are over. */
  take(step: Step): Step | undefined {
    if (this.#running?.lane === step.lane) {
      this.#running = undefined;
    }
    const place = this.#placeOf(step.lane, step);
    if (step.state === 'over') {
      this.#chain.splice(place, 1);
    } else {
      this.#chain[place] = step;
      this.#running = step.state === 'running' ? step : this.#running;
    }
    return this.#running ?? this.#chain.at(-1);
  }

  /** Where a lane stands in the chain, or its end for a lane that has just begun. */
  #placeOf({ outer, begun }: LaneRecord, step: Step): number {
    const isNew = outer !== null && begun === step;
    const place = isNew ? -1 : this.#chain.findLastIndex(({ lane }) => lane === step.lane);
    return place < 0 ? this.#chain.length : place;
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
      const { state, line, on, lanes } = open;
      const span: Span = { state, start: since, end: until, line, on };
      spans.push(lanes.length === 0 ? span : { ...span, lanes });
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
