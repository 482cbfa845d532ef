import type { TraceEvent } from '../../../../src/core/trace/events';

type Tag = TraceEvent[0];
type Tagged<Wanted extends Tag> = Extract<TraceEvent, readonly [Wanted, ...unknown[]]>;

/** Asks the events of one run, without the trace model. */
export class Reader {
  constructor(readonly events: readonly TraceEvent[]) {}

  all<Wanted extends Tag>(tag: Wanted): readonly Tagged<Wanted>[] {
    return this.events.filter((event): event is Tagged<Wanted> => event[0] === tag);
  }

  /** Ids of the lanes of this name, in order of their creation. */
  lanes(name: string): readonly number[] {
    return this.all('lane').flatMap(([, , id, , itsName]) => (itsName === name ? [id] : []));
  }

  lane(name: string): number {
    const [id] = this.lanes(name);
    if (id === undefined) {
      throw new Error(`No lane ${name}.`);
    }
    return id;
  }

  /** What happened to one lane, in order: `run 3`, `wait 4 sleep`, `end done`. */
  story(lane: number): readonly string[] {
    return this.events.flatMap((event) => {
      switch (event[0]) {
        case 'run':
          return event[2] === lane ? [`run ${String(event[3])}`] : [];
        case 'wait':
          return event[2] === lane ? [`wait ${String(event[3])} ${event[4]}`] : [];
        case 'end':
          return event[2] === lane ? [`end ${event[3]}`] : [];
        default:
          return [];
      }
    });
  }

  /** When the lane was created, and when it ended. */
  life(lane: number): readonly [number, number] {
    const created = this.all('lane').find((event) => event[2] === lane)?.[1];
    const ended = this.all('end').find((event) => event[2] === lane)?.[1];
    return [created ?? NaN, ended ?? NaN];
  }

  /** Milliseconds that lane was ready but had to wait for the loop, at most, at one time. */
  longestReady(lane: number): number {
    let woken: number | null = null;
    let longest = 0;
    for (const event of this.events) {
      if (event[0] === 'wake' && event[2] === lane) {
        woken = event[1];
      } else if (event[0] === 'run' && event[2] === lane && woken !== null) {
        longest = Math.max(longest, event[1] - woken);
        woken = null;
      }
    }
    return longest;
  }

  get idle(): number {
    return this.all('idle').reduce((sum, [, , duration]) => sum + duration, 0);
  }

  /** From the loop's begin to its end. */
  get duration(): number {
    return this.events.at(-1)?.[1] ?? NaN;
  }
}
