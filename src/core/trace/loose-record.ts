import type { ShownAs } from './build';
import type { LooseFacts } from './findings';
import type { BlockedCall, LaneRecord } from './lane-record';
import type { Place } from './places';

interface NeverAwaited {
  readonly lane: LaneRecord | undefined;
  readonly name: string;
  readonly place: Place;
}

/** Collects what recorders tell that belongs to no span. */
export class LooseRecord {
  readonly #neverAwaited: NeverAwaited[] = [];
  readonly #unretrieved = new Set<LaneRecord | undefined>();
  readonly #destroyed = new Set<LaneRecord | undefined>();
  readonly #blocked: BlockedCall[] = [];
  #deadlock: number | null = null;

  neverAwaited(lane: LaneRecord | undefined, name: string, place: Place): void {
    this.#neverAwaited.push({ lane, name, place });
  }

  unretrieved(lane: LaneRecord | undefined): void {
    this.#unretrieved.add(lane);
  }

  destroyed(lane: LaneRecord | undefined): void {
    this.#destroyed.add(lane);
  }

  blocked(call: BlockedCall): void {
    this.#blocked.push(call);
  }

  deadlock(time: number): void {
    this.#deadlock = time;
  }

  /** A lane runs: if there was a deadlock, something outside has ended it. */
  moves(): void {
    this.#deadlock = null;
  }

  /** All of it, with the lanes that show the ones it was told of. */
  facts(shownAs: ShownAs): Omit<LooseFacts, 'source' | 'sources' | 'open'> {
    const shown = (lanes: Iterable<LaneRecord | undefined>) =>
      new Set([...lanes].map(shownAs).filter((id) => id !== null));
    return {
      neverAwaited: this.#neverAwaited.map(({ lane, ...fact }) => ({ ...fact, lane: shownAs(lane) })),
      unretrieved: shown(this.#unretrieved),
      destroyed: shown(this.#destroyed),
      blocked: this.#blocked,
      deadlock: this.#deadlock,
    };
  }
}
