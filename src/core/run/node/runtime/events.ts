import type { LaneKind } from '../../../trace/events';
import type { Clock, Outcome } from '../../../trace/trace';
import type { Channel } from './channel';

/** A line that names more lanes is put together in another way. */
const MANY_LANES = 100;

/** A wait that is over sooner, while nothing else happens, is none that anybody could see. */
const WAIT_TOLD_FROM_MS = 0.05;

interface Wait {
  time: number;
  id: number;
  line: number | null;
  on: string;
  lanes: readonly number[];
}

/** Writes events as the lines of the recorder's channel. */
export class EventWriter {
  /** The latest wait, as long as it is not told; `id` is 0 when there is none. */
  readonly #latest: Wait = { time: 0, id: 0, line: null, on: '', lanes: [] };

  constructor(private readonly channel: Channel) {
    channel.beforeFlush = () => {
      this.#tellWait();
    };
  }

  start(time: number, file: string, clock: Clock): void {
    this.#write('start', time, { language: 'typescript', file, clock, pid: process.pid });
  }

  loop(time: number, edge: 'begin' | 'end'): void {
    this.#write('loop', time, edge);
  }

  lane(
    time: number,
    id: number,
    parent: number | null,
    name: string,
    kind: LaneKind,
    line: number | null,
  ): void {
    const { lines } = this.channel;
    this.#begin('["lane",', time, id);
    lines.comma();
    lines.integerOrNull(parent);
    lines.comma();
    lines.quoted(name);
    lines.comma();
    lines.quoted(kind);
    lines.comma();
    lines.integerOrNull(line);
    this.#end();
  }

  /** @param before The line at which the lane ran last, undefined when it has not run. */
  run(time: number, id: number, line: number | null, before?: number | null): void {
    const { id: waiting, time: since } = this.#latest;
    if (waiting === id && line === before && time - since < WAIT_TOLD_FROM_MS) {
      this.#latest.id = 0;
      return;
    }
    this.#begin('["run",', time, id);
    this.channel.lines.comma();
    this.channel.lines.integerOrNull(line);
    this.#end();
  }

  wait(time: number, id: number, line: number | null, on: string, lanes: readonly number[]): void {
    this.#tellWait();
    const latest = this.#latest;
    latest.time = time;
    latest.id = id;
    latest.line = line;
    latest.on = on;
    latest.lanes = lanes;
    this.channel.flushSoon();
  }

  wake(time: number, id: number): void {
    this.#begin('["wake",', time, id);
    this.#end();
  }

  nest(time: number, inner: number, outer: number): void {
    this.#begin('["nest",', time, inner);
    this.channel.lines.comma();
    this.channel.lines.integer(outer);
    this.#end();
  }

  end(time: number, id: number, outcome: Outcome, error: string | null): void {
    if (error !== null) {
      this.#write('end', time, id, outcome, error);
      return;
    }
    this.#begin('["end",', time, id);
    this.channel.lines.comma();
    this.channel.lines.quoted(outcome);
    this.channel.lines.ascii(',null');
    this.#end();
  }

  block(time: number, id: number | null, line: number, on: string, duration: number): void {
    this.#write('block', time, id, line, on, rounded(duration));
  }

  idle(time: number, duration: number): void {
    this.#tellWait();
    const { lines } = this.channel;
    lines.ascii('["idle",');
    lines.milliseconds(time);
    lines.comma();
    lines.milliseconds(duration);
    this.#end();
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
    const { time, id, line, on, lanes } = this.#latest;
    if (id === 0) {
      return;
    }
    this.#latest.id = 0;
    if (lanes.length > MANY_LANES) {
      this.#write('wait', time, id, line, on, lanes);
      return;
    }
    const { lines } = this.channel;
    this.#begin('["wait",', time, id);
    lines.comma();
    lines.integerOrNull(line);
    lines.comma();
    lines.quoted(on);
    lines.ascii(',[');
    for (let index = 0; index < lanes.length; index++) {
      if (index > 0) {
        lines.comma();
      }
      lines.integer(lanes[index] ?? 0);
    }
    lines.ascii(']');
    this.#end();
  }

  #begin(tag: string, time: number, id: number): void {
    this.#tellWait();
    const { lines } = this.channel;
    lines.ascii(tag);
    lines.time(time);
    lines.comma();
    lines.integer(id);
  }

  #end(): void {
    this.channel.lines.ascii(']');
    this.channel.endLine();
  }

  #write(tag: string, time: number, ...rest: readonly unknown[]): void {
    this.#tellWait();
    this.channel.write(JSON.stringify([tag, rounded(time), ...rest]));
  }
}

function rounded(time: number): number {
  return Math.round(time * 1000) / 1000;
}
