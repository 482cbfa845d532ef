import type { LooseFacts } from './findings';
import type { BlockedCall, LaneRecord } from './lane-record';

/** Collects what recorders tell that belongs to no span. */
export class LooseRecord {
  readonly #neverAwaited: LooseFacts['neverAwaited'][number][] = [];
  readonly #unretrieved = new Set<number>();
  readonly #destroyed = new Set<number>();
  readonly #blocked: BlockedCall[] = [];
  #deadlock: number | null = null;

  neverAwaited(lane: number | null, name: string, line: number | null): void {
    this.#neverAwaited.push({ lane, name, line });
  }

  unretrieved(lane: LaneRecord | undefined): void {
    if (lane !== undefined) {
      this.#unretrieved.add(lane.id);
    }
  }

  destroyed(lane: LaneRecord | undefined): void {
    if (lane !== undefined) {
      this.#destroyed.add(lane.id);
    }
  }

  blocked(call: BlockedCall): void {
    this.#blocked.push(call);
  }

  deadlock(time: number): void {
    this.#deadlock = time;
  }

  get facts(): LooseFacts {
    return {
      neverAwaited: this.#neverAwaited,
      unretrieved: this.#unretrieved,
      destroyed: this.#destroyed,
      blocked: this.#blocked,
      deadlock: this.#deadlock,
    };
  }
}
