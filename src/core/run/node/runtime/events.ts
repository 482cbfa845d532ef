import type { packed } from '../../batch';
import type { LaneKind } from '../../../trace/events';
import type { Clock, Outcome } from '../../../trace/trace';
import type { Channel } from './channel';
import { nowhere, type Place } from './sites';

/** A wait for more lanes is written in another way. */
const MANY_LANES = 100;
/** A longer sleep, in milliseconds, is written in another way: its microseconds are no word of 32 bits. */
const LONG_SLEEP_MS = 2 ** 20;

/** A wait that is over sooner, while nothing else happens, is none that anybody could see. */
const WAIT_TOLD_FROM_MS = 0.05;

interface Wait {
  time: number;
  id: number;
  place: Place;
  on: string;
  lanes: readonly number[];
}

/** Writes events to the recorder's channel. */
export class EventWriter {
  /** The latest wait, as long as it is not told; `id` is 0 when there is none. */
  readonly #latest: Wait = { time: 0, id: 0, place: nowhere, on: '', lanes: [] };

  constructor(private readonly channel: Channel) {
    channel.beforeFlush = () => {
      this.#tellWait();
    };
  }

  start(time: number, file: string, clock: Clock): void {
    this.#write('start', time, { language: 'typescript', file, clock, pid: process.pid });
  }

  /** A file other than the program's has got a number. */
  file(time: number, number: number, path: string): void {
    this.#write('file', time, number, path);
  }

  loop(time: number, edge: 'begin' | 'end'): void {
    this.#write('loop', time, edge);
  }

  lane(time: number, id: number, parent: number | null, name: string, kind: LaneKind, place: Place): void {
    const { batch } = this.channel;
    this.#begin('lane', time);
    batch.number(id);
    batch.number(parent ?? 0);
    batch.text(name);
    batch.text(kind);
    this.#place(place);
    this.channel.written();
  }

  /** @param before Where the lane ran last, null when it has not run. */
  run(time: number, id: number, place: Place, before: Place | null): void {
    const latest = this.#latest;
    const goesOn = latest.id === id && place.line === before?.line && place.file === before.file;
    if (goesOn && time - latest.time < WAIT_TOLD_FROM_MS) {
      latest.id = 0;
      return;
    }
    this.#begin('run', time);
    this.channel.batch.number(id);
    this.#place(place);
    this.channel.written();
  }

  wait(time: number, id: number, place: Place, on: string, lanes: readonly number[]): void {
    this.#tellWait();
    const latest = this.#latest;
    latest.time = time;
    latest.id = id;
    latest.place = place;
    latest.on = on;
    latest.lanes = lanes;
    this.channel.flushSoon();
  }

  wake(time: number, id: number): void {
    this.#begin('wake', time);
    this.channel.batch.number(id);
    this.channel.written();
  }

  nest(time: number, inner: number, outer: number): void {
    this.#begin('nest', time);
    this.channel.batch.number(inner);
    this.channel.batch.number(outer);
    this.channel.written();
  }

  end(time: number, id: number, outcome: Outcome, error: string | null): void {
    if (error !== null) {
      this.#write('end', time, id, outcome, error);
      return;
    }
    this.#begin('end', time);
    this.channel.batch.number(id);
    this.channel.batch.text(outcome);
    this.channel.written();
  }

  block(time: number, id: number | null, { line, file }: Place, on: string, duration: number): void {
    this.#write('block', time, id, line, on, rounded(duration), ...(file === 0 ? [] : [file]));
  }

  idle(time: number, duration: number): void {
    if (duration >= LONG_SLEEP_MS) {
      this.#write('idle', time, rounded(duration));
      return;
    }
    this.#begin('idle', time);
    this.channel.batch.number(Math.round(duration * 1000));
    this.channel.written();
  }

  out(time: number, id: number | null, stream: 'stdout' | 'stderr', text: string): void {
    this.#write('out', time, id, stream, text);
  }

  mark(time: number, id: number | null, text: string): void {
    this.#write('mark', time, id, text);
  }

  unretrieved(time: number, id: number): void {
    this.#write('unretrieved', time, id);
  }

  deadlock(time: number): void {
    this.#write('deadlock', time);
  }

  exit(time: number): void {
    this.#write('exit', time);
  }

  flush(): void {
    this.channel.flush();
  }

  #tellWait(): void {
    const { time, id, place, on, lanes } = this.#latest;
    if (id === 0) {
      return;
    }
    this.#latest.id = 0;
    if (lanes.length > MANY_LANES) {
      const { line, file } = place;
      this.#write('wait', time, id, line, on, lanes, ...(file === 0 ? [] : [file]));
      return;
    }
    const { batch } = this.channel;
    this.#begin('wait', time);
    batch.number(id);
    batch.number(place.line ?? 0);
    batch.text(on);
    batch.number(lanes.length);
    for (const lane of lanes) {
      batch.number(lane);
    }
    batch.number(place.file);
    this.channel.written();
  }

  #begin(tag: keyof typeof packed, time: number): void {
    if (this.#latest.id !== 0) {
      this.#tellWait();
    }
    const { channel } = this;
    if (!channel.batch.reaches(time)) {
      channel.flush();
    }
    channel.batch.begin(tag, time);
  }

  #place({ line, file }: Place): void {
    this.channel.batch.number(line ?? 0);
    this.channel.batch.number(file);
  }

  #write(tag: string, time: number, ...rest: readonly unknown[]): void {
    this.#tellWait();
    this.channel.write(JSON.stringify([tag, rounded(time), ...rest]));
  }
}

function rounded(time: number): number {
  return Math.round(time * 1000) / 1000;
}
