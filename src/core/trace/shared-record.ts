import type { ShownAs } from './build';
import type { SharedKind } from './events';
import type { LaneRecord } from './lane-record';
import type { Place } from './places';
import type { Level, Shared } from './trace';

interface LevelRecord {
  readonly time: number;
  readonly value: number;
  readonly lane: LaneRecord | undefined;
}

interface SharedRecord {
  readonly facts: Omit<Shared, 'levels'>;
  readonly levels: LevelRecord[];
}

/** The queues, semaphores and locks of a run, and how full they were. */
export class SharedTable {
  readonly #byId = new Map<number, SharedRecord>();

  create(id: number, kind: SharedKind, name: string, limit: number | null, place: Place): void {
    if (!this.#byId.has(id)) {
      this.#byId.set(id, { facts: { id, kind, name, limit, ...place }, levels: [] });
    }
  }

  /** Of several changes at one moment by one lane the last counts. */
  level(time: number, id: number, value: number, lane: LaneRecord | undefined): void {
    const levels = this.#byId.get(id)?.levels;
    const last = levels?.at(-1);
    if (last?.time === time && last.lane === lane) {
      levels?.pop();
    }
    levels?.push({ time, value, lane });
  }

  /** Those that were used; undefined when there is none. */
  list(shownAs: ShownAs): readonly Shared[] | undefined {
    const used = [...this.#byId.values()].filter(({ levels }) => levels.length > 0);
    if (used.length === 0) {
      return undefined;
    }
    return used.map(({ facts, levels }) => ({
      ...facts,
      levels: levels.map(({ time, value, lane }): Level => ({ time, value, lane: shownAs(lane) })),
    }));
  }
}
