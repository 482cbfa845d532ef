import type { Clock } from '../../../trace/trace';
import type { RunClock } from '../clocks/clock';
import { Calls } from './calls';
import type { EventWriter } from './events';
import type { Ending } from './exit';
import type { Lane } from './lane';
import type { KnownSite } from './sites';
import { Started } from './started';
import { START } from './turns';

export interface Program {
  readonly file: string;
  readonly name: string;
  readonly clock: Clock;
}

/** Tells of the whole program: its beginning, its modules, its output, its end; and of its calls, as `Calls` says. */
export class Recorder extends Calls {
  readonly program: Lane;
  readonly started: Started;
  readonly #unhandled = new Set<Lane>();
  readonly #files: (readonly [number, string])[] = [];
  #hasBegun = false;

  constructor(
    clock: RunClock,
    events: EventWriter,
    siteOf: (site: number) => KnownSite,
    private readonly about: Program,
  ) {
    super(clock, events, siteOf);
    this.program = this.turns.program;
    this.started = new Started(clock, events, () =>
      this.#hasBegun ? { id: ++this.lanes, parent: this.turns.running()?.id ?? null } : null,
    );
  }

  /** A module other than the program's first has been loaded, whose lines are told with this number. */
  loaded(number: number, path: string): void {
    if (this.#hasBegun) {
      this.events.file(this.clock.now(), number, path);
    } else {
      this.#files.push([number, path]);
    }
  }

  /** A module of the program begins. */
  begin(): void {
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      this.clock.start();
      this.events.start(0, this.about.file, this.about.clock);
      this.events.loop(0, 'begin');
      this.events.lane(0, this.program.id, null, this.about.name, 'program', START);
      for (const [number, path] of this.#files) {
        this.events.file(0, number, path);
      }
    }
    this.turns.runProgram();
  }

  wrote(stream: 'stdout' | 'stderr', text: string): void {
    if (this.#hasBegun) {
      this.events.out(this.clock.now(), this.turns.running()?.id ?? null, stream, text);
    }
  }

  marked(text: string): void {
    if (this.#hasBegun) {
      this.events.mark(this.clock.now(), this.turns.running()?.id ?? null, text);
    }
  }

  timerFires(due: number): number {
    return this.#hasBegun ? this.turns.timerFires(due) : this.clock.now();
  }

  timerReturned(): void {
    if (this.#hasBegun) {
      this.turns.timerReturned();
    }
  }

  /** Nobody has asked for the exception of this promise when its turn was over; or somebody has, later. */
  rejected(promise: unknown, isHandled: boolean): void {
    const lane = this.laneOf(promise);
    if (lane !== null && isHandled) {
      this.#unhandled.delete(lane);
    } else if (lane !== null) {
      this.#unhandled.add(lane);
    }
  }

  /** The program is over. */
  finish({ error, isEmpty }: Ending): void {
    const now = this.#hasBegun ? this.turns.wakeUp() : 0;
    if (this.#hasBegun) {
      if (isEmpty && this.unfinished > 0) {
        this.events.deadlock(now);
      }
      for (const lane of this.#unhandled) {
        this.events.unretrieved(now, lane.id);
      }
      this.events.loop(now, 'end');
      if (this.turns.hasCallbacks) {
        this.end(this.turns.callbacks, now);
      }
      this.program.error = error;
      if (error !== null || this.program.suspended !== 'await') {
        this.end(this.program, now);
      }
    } else {
      this.events.start(0, this.about.file, this.about.clock);
    }
    this.events.exit(now);
    this.events.flush();
  }
}
