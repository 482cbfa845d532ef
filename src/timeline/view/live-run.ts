import type { TraceEvent } from '../../core/trace/events';
import { TraceAssembler, type LiveTrace } from '../../core/trace/model';
import type { RunTitle } from '../protocol';
import { LiveClock } from './live-clock';
import { withOpenIdle } from './model/open-idle';

/** After a snapshot that took long, the next waits so many times as long: the page stays responsive. */
const restFactor = 6;
/** Where movement is unwanted, the picture changes this seldom, in milliseconds. */
const stillInterval = 500;

/** A run under way: takes its events, and gives snapshots as often as they can be afforded. */
export class LiveRun {
  readonly #assembler: TraceAssembler;
  readonly #clock: LiveClock;
  #next = 0;

  constructor(readonly title: RunTitle) {
    this.#assembler = new TraceAssembler({ language: title.language, file: title.name, clock: title.clock });
    this.#clock = new LiveClock(title.clock);
  }

  add(events: readonly TraceEvent[], at: number): void {
    this.#assembler.add(events);
    this.#clock.hear(events, at);
  }

  /** Milliseconds since the program started, null before its first event. */
  now(at: number): number | null {
    return this.#clock.now(at);
  }

  /** Calls `use` with the run as it is now, unless it is too early for that. */
  refresh(at: number, still: boolean, use: (trace: LiveTrace) => void): void {
    const now = this.now(at);
    if (now === null || at < this.#next) {
      return;
    }
    const began = performance.now();
    use(withOpenIdle(this.#assembler.snapshot(now)));
    const cost = performance.now() - began;
    this.#next = at + Math.max(cost > 4 ? cost * restFactor : 0, still ? stillInterval : 0);
  }
}

/** A run of which nothing is known yet. */
export function emptyTrace({ language, name, clock }: RunTitle): LiveTrace {
  return { version: 1, language, file: name, clock, duration: 0, lanes: [], loop: [], marks: [] };
}
