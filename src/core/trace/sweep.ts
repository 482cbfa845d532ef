import type { Step } from './lane-record';
import { fileOf } from './places';
import type { Span } from './trace';

/**
 * Goes through the steps of a lane and of the calls it awaits directly, in time. The state of all of them is that of
 * whichever runs, else of the innermost that is not over: the one the others wait for.
 */
export class Sweep {
  /** The step at which each lane is that is not over, in the order in which they began. */
  readonly #steps: Step[];
  #running: Step | undefined;

  constructor(from?: Sweep) {
    this.#steps = from === undefined ? [] : from.#steps.slice();
    this.#running = from === undefined ? undefined : from.#running;
  }

  /** Takes the next step; returns the one that counts from then on, undefined when all are over. */
  take(step: Step): Step | undefined {
    const { lane, state } = step;
    const at = this.#indexOf(step);
    if (this.#running?.lane === lane) {
      this.#running = undefined;
    }
    if (state !== 'over') {
      this.#steps[at] = step;
      this.#running = state === 'running' ? step : this.#running;
    } else if (at < this.#steps.length) {
      this.#steps.splice(at, 1);
    }
    return this.#running ?? this.#steps.at(-1);
  }

  /** Where a lane stands; behind the others when it is new. Usually it stands where it did the last time. */
  #indexOf(step: Step): number {
    const { lane } = step;
    const isNew = lane.outer === null ? step.before === null : step === lane.begun;
    if (isNew) {
      lane.swept = this.#steps.length;
    } else if (this.#steps[lane.swept]?.lane !== lane) {
      const found = this.#steps.findLastIndex((step) => step.lane === lane);
      lane.swept = found < 0 ? this.#steps.length : found;
    }
    return lane.swept;
  }
}

/** The spans that the steps make, up to `end`; those of no length are left out. */
export function spansOf(steps: readonly Step[], sweep: Sweep, end: number): Span[] {
  const spans: Span[] = [];
  let open: Step | undefined;
  let since = 0;
  for (const step of steps) {
    const shown = sweep.take(step);
    if (shown !== undefined) {
      push(spans, open, since, Math.min(step.time, end));
      open = shown;
      since = step.time;
    }
  }
  push(spans, open, since, end);
  return spans;
}

function push(spans: Span[], step: Step | undefined, start: number, end: number): void {
  if (step === undefined || step.state === 'over' || end <= start) {
    return;
  }
  const { state, place, on, lanes } = step;
  const span: Span = { state, start, end, line: place.line, on };
  const isPlain = lanes.length === 0 && place.file === undefined;
  spans.push(isPlain ? span : { ...span, ...(lanes.length === 0 ? {} : { lanes }), ...fileOf(place) });
}
