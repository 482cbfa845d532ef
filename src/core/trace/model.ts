import type { TraceEvent } from './events';
import { findingsOf } from './findings';
import { LaneTable } from './lanes';
import { Places } from './places';
import { openWaits } from './open-waits';
import type { BlockedCall } from './lane-record';
import { LoopRecord } from './loop-record';
import { LooseRecord } from './loose-record';
import { MarkList } from './marks';
import { SharedTable } from './shared-record';
import type { LiveTrace, Program, RunEnding } from './program';
import { shownAs, ShownLanes } from './shown-lanes';
import type { Trace } from './trace';

export type { LiveTrace, Program, RunEnding } from './program';

/**
 * Assembles a trace from a recorder's events. It takes the stream in pieces, cut anywhere, and leaves out
 * events that contradict what came before.
 *
 * A `program` lane is left out while it only imports and starts the loop: it is kept when it printed, was
 * blocked, awaited something, failed, or when there is no other lane.
 */
export class TraceAssembler {
  readonly #lanes = new LaneTable();
  readonly #shown = new ShownLanes(this.#lanes);
  readonly #loop = new LoopRecord();
  readonly #marks = new MarkList();
  readonly #shared = new SharedTable();
  readonly #loose = new LooseRecord();
  readonly #places = new Places();
  #program: Program;
  #clock = 0;
  #exit: number | null = null;

  constructor(program: Program) {
    this.#program = program;
  }

  /** Time of the latest event, in milliseconds since the program started. */
  get now(): number {
    return this.#clock;
  }

  /** The files beside the main one that the recorder has named. */
  get files(): readonly string[] {
    return this.#places.files;
  }

  add(events: readonly TraceEvent[]): void {
    for (const event of events) {
      this.#add(event);
    }
  }

  /** The trace as it is at `now`; costs what changed since the last snapshot, not the length of the run. */
  snapshot(now: number): LiveTrace {
    const until = this.#exit ?? Math.max(now, this.#clock);
    const lanes = this.#shown.list(until, this.#program.language, this.#hasLoop);
    const shared = this.#shared.list(shownAs);
    return {
      version: 1,
      ...this.#program,
      duration: until,
      lanes,
      loop: this.#loop.spans(until),
      marks: this.#marks.list(shownAs),
      ...(shared === undefined ? {} : { shared }),
    };
  }

  finish({ exit, wallMs, traceCut = false, source = null, sources = new Map() }: RunEnding): Trace {
    const wasStopped = exit.reason !== 'completed' && exit.reason !== 'failed';
    const lastsOn = wasStopped && !traceCut && this.#program.clock === 'real';
    const live = this.snapshot(lastsOn || this.#clock === 0 ? Math.max(this.#clock, wallMs) : this.#clock);
    const { version, language, file, clock, duration, ...rest } = live;
    return {
      version,
      language,
      file,
      clock,
      duration,
      exit,
      ...rest,
      findings: findingsOf(
        { ...live, exit },
        { ...this.#loose.facts(shownAs), source, sources, open: openWaits(this.#lanes.roots) },
      ),
    };
  }

  /** Node's program runs inside the loop, Python's starts one. */
  get #hasLoop(): boolean {
    return this.#program.language === 'typescript';
  }

  #add(event: TraceEvent): void {
    if (this.#exit !== null) {
      return;
    }
    this.#clock = Math.max(this.#clock, event[1]);
    const time = this.#clock;
    const lanes = this.#lanes;
    const places = this.#places;
    switch (event[0]) {
      case 'start': {
        const { language, file, clock } = event[2];
        this.#program = { language, file, clock };
        break;
      }
      case 'file':
        this.#places.name(event[2], event[3]);
        break;
      case 'loop':
        this.#turn(time, event[2]);
        break;
      case 'lane':
        lanes.create(time, event[2], event[3], event[4], event[5], places.at(event[6], event[7]));
        break;
      case 'run':
        this.#loose.moves();
        lanes.run(time, event[2], places.at(event[3], event[4]));
        break;
      case 'wait':
        lanes.wait(time, event[2], places.at(event[3], event[6]), event[4], event[5]);
        break;
      case 'wake':
        lanes.wake(event[1], event[2]);
        break;
      case 'nest':
        lanes.nest(event[2], event[3]);
        break;
      case 'end':
        lanes.end(time, event[2], event[3], event[4]);
        break;
      case 'idle': {
        const since = this.#loop.idle(time, event[2]);
        if (since !== undefined) {
          lanes.idle(since);
        }
        break;
      }
      case 'block':
        this.#block(
          { start: time - event[5], end: time, place: places.at(event[3], event[6]), on: event[4] },
          event[2],
        );
        break;
      case 'out':
        this.#marks.output(time, lanes.get(event[2]), event[3], event[4]);
        break;
      case 'mark':
        this.#marks.add(time, lanes.get(event[2]), 'mark', event[3]);
        break;
      case 'cancel':
        this.#marks.cancel(time, lanes.get(event[2]), lanes.get(event[3]), event[4]);
        break;
      case 'never-awaited':
        this.#loose.neverAwaited(lanes.get(event[2]), event[3], places.at(event[4], event[5]));
        break;
      case 'unretrieved':
        this.#loose.unretrieved(lanes.get(event[2]));
        break;
      case 'destroyed':
        this.#loose.destroyed(lanes.get(event[2]));
        break;
      case 'shared':
        this.#shared.create(event[2], event[3], event[4], event[5], places.at(event[6], event[7]));
        break;
      case 'level':
        this.#shared.level(time, event[2], event[3], lanes.get(event[4]));
        break;
      case 'deadlock':
        this.#loose.deadlock(time);
        break;
      case 'exit':
        this.#exit = time;
        break;
    }
  }

  #turn(time: number, what: 'begin' | 'end'): void {
    this.#loop[what](time);
    if (!this.#hasLoop) {
      this.#lanes.turn(time, what);
    }
  }

  #block(call: BlockedCall, laneId: number | null): void {
    const lane = this.#lanes.get(laneId) ?? this.#lanes.running;
    if (lane === undefined) {
      this.#loose.blocked(call);
    } else {
      lane.block(call);
    }
  }
}
