import type { LaneKind } from '../../../trace/events';
import type { Clock, Outcome } from '../../../trace/trace';
import type { Channel } from './channel';

/** Writes events as the lines of the recorder's channel. */
export class EventWriter {
  constructor(private readonly channel: Channel) {}

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
    this.#write('lane', time, id, parent, name, kind, line);
  }

  run(time: number, id: number, line: number | null): void {
    this.channel.write(`["run",${rounded(time)},${id},${String(line)}]`);
  }

  wait(time: number, id: number, line: number | null, on: string, lanes: readonly number[]): void {
    this.channel.write(
      `["wait",${rounded(time)},${id},${String(line)},${JSON.stringify(on)},[${lanes.join(',')}]]`,
    );
  }

  wake(time: number, id: number): void {
    this.channel.write(`["wake",${rounded(time)},${id}]`);
  }

  nest(time: number, inner: number, outer: number): void {
    this.channel.write(`["nest",${rounded(time)},${inner},${outer}]`);
  }

  end(time: number, id: number, outcome: Outcome, error: string | null): void {
    this.#write('end', time, id, outcome, error);
  }

  block(time: number, id: number | null, line: number, on: string, duration: number): void {
    this.#write('block', time, id, line, on, rounded(duration));
  }

  idle(time: number, duration: number): void {
    this.channel.write(`["idle",${rounded(time)},${rounded(duration)}]`);
  }

  out(time: number, id: number | null, stream: 'stdout' | 'stderr', text: string): void {
    this.#write('out', time, id, stream, text);
  }

  mark(time: number, id: number | null, text: string): void {
    this.#write('mark', time, id, text);
  }

  exit(time: number): void {
    this.#write('exit', time);
  }

  flush(): void {
    this.channel.flush();
  }

  #write(tag: string, time: number, ...rest: readonly unknown[]): void {
    this.channel.write(JSON.stringify([tag, rounded(time), ...rest]));
  }
}

function rounded(time: number): number {
  return Math.round(time * 1000) / 1000;
}
