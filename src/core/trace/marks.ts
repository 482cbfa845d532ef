import type { ShownAs } from './build';
import type { LaneRecord } from './lane-record';
import type { Mark, MarkKind } from './trace';

interface MarkRecord {
  readonly time: number;
  readonly lane: LaneRecord | undefined;
  readonly kind: MarkKind;
  text: string;
}

/** What the program printed and marked. */
export class MarkList {
  readonly #marks: MarkRecord[] = [];

  add(time: number, lane: LaneRecord | undefined, kind: MarkKind, text: string): void {
    this.#marks.push({ time, lane, kind, text });
  }

  /** One line printed in several pieces is one mark, at the time of its first piece. */
  output(time: number, lane: LaneRecord | undefined, stream: 'stdout' | 'stderr', text: string): void {
    const kind = stream === 'stdout' ? 'output' : 'error-output';
    const last = this.#marks.at(-1);
    if (last?.kind === kind && last.lane === lane && !last.text.endsWith('\n')) {
      last.text += text;
      return;
    }
    if (lane !== undefined) {
      lane.printed = true;
    }
    this.add(time, lane, kind, text);
  }

  /** The mark stands on the lane that is asked to end. */
  cancel(time: number, lane: LaneRecord | undefined, by: LaneRecord | undefined): void {
    this.add(time, lane, 'cancel', by === undefined ? 'cancelled' : `cancelled by ${by.name}`);
  }

  /** The marks, each on the lane that shows the one it belongs to. */
  list(shownAs: ShownAs): readonly Mark[] {
    return this.#marks.map(({ time, lane, kind, text }) => ({
      time,
      lane: shownAs(lane),
      kind,
      text,
    }));
  }
}
