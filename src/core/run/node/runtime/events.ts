import type { LaneKind } from '../../../trace/events';
import type { Clock, Outcome } from '../../../trace/trace';
import type { Channel } from './channel';

/** Writes events as the lines of the recorder's channel. */
export class EventWriter {
  readonly #quotes = new Map<string, string>();
  #lastTime = 0;
  #lastTimeText = '0';

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
    const quoted = this.#quoted(name);
    this.channel.write(
      `["lane",${this.#time(time)},${id},${String(parent)},${quoted},"${kind}",${String(line)}]`,
    );
  }

  run(time: number, id: number, line: number | null): void {
    this.channel.write(`["run",${this.#time(time)},${id},${String(line)}]`);
  }

  wait(time: number, id: number, line: number | null, on: string, lanes: readonly number[]): void {
    this.channel.write(
      `["wait",${this.#time(time)},${id},${String(line)},${this.#quoted(on)},[${lanes.join(',')}]]`,
    );
  }

  wake(time: number, id: number): void {
    this.channel.write(`["wake",${this.#time(time)},${id}]`);
  }

  nest(time: number, inner: number, outer: number): void {
    this.channel.write(`["nest",${this.#time(time)},${inner},${outer}]`);
  }

  end(time: number, id: number, outcome: Outcome, error: string | null): void {
    this.channel.write(`["end",${this.#time(time)},${id},"${outcome}",${JSON.stringify(error)}]`);
  }

  block(time: number, id: number | null, line: number, on: string, duration: number): void {
    this.#write('block', time, id, line, on, rounded(duration));
  }

  idle(time: number, duration: number): void {
    this.channel.write(`["idle",${this.#time(time)},${rounded(duration)}]`);
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

  /** Several events often tell of one moment, and names come again and again. */
  #time(time: number): string {
    if (time !== this.#lastTime) {
      this.#lastTime = time;
      this.#lastTimeText = String(rounded(time));
    }
    return this.#lastTimeText;
  }

  #quoted(text: string): string {
    const known = this.#quotes.get(text);
    if (known !== undefined) {
      return known;
    }
    const quoted = JSON.stringify(text);
    this.#quotes.set(text, quoted);
    return quoted;
  }

  #write(tag: string, time: number, ...rest: readonly unknown[]): void {
    this.channel.write(JSON.stringify([tag, rounded(time), ...rest]));
  }
}

function rounded(time: number): number {
  return Math.round(time * 1000) / 1000;
}
