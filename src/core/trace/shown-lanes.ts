import type { Language } from '../language';
import { buildLane, drawnOf, type ShownAs } from './build';
import type { LaneTable } from './lanes';
import { didSomething } from './program-waits';
import type { Lane } from './trace';

/** The lane that shows a record: the one that it is nested in, else itself; null when that one is left out. */
export const shownAs: ShownAs = (record) => (record?.root.shown === true ? record.root.id : null);

/** Says which lanes a trace shows, and builds them. */
export class ShownLanes {
  readonly #lanes: LaneTable;
  /** How often a program's lane came or went: who has it as parent is linked anew. */
  #changes = 0;

  constructor(lanes: LaneTable) {
    this.#lanes = lanes;
  }

  /** The lanes as they are at `until`; it costs what is new since the last time, but for the list. */
  list(until: number, language: Language, hasLoop: boolean): readonly Lane[] {
    const { roots, programs, nests } = this.#lanes;
    const hasOthers = programs.length < roots.length;
    for (const lane of programs) {
      const shown = !hasOthers || didSomething(lane, language, () => drawnOf(lane, until, hasLoop).spans);
      if (lane.shown !== shown) {
        lane.shown = shown;
        this.#changes++;
      }
    }
    const links = { shownAs, byId: (id: number) => this.#lanes.get(id), version: nests + this.#changes };
    const lanes: Lane[] = [];
    for (const record of roots) {
      if (record.shown) {
        lanes.push(buildLane(record, until, links, hasLoop));
      }
    }
    return lanes;
  }
}
