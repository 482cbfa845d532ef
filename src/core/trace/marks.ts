import * as l10n from '@vscode/l10n';
import type { ShownAs } from './build';
import type { LaneRecord } from './lane-record';
import type { Mark, MarkKind } from './trace';

interface MarkRecord {
  readonly time: number;
  readonly lane: LaneRecord | undefined;
  readonly kind: MarkKind;
  /** Who asked a lane to end. */
  readonly by: LaneRecord | undefined;
  text: string;
  /** The mark as last shown. */
  shown: Mark | null;
}

/** What a mark says of a lane that somebody asked to end. */
export function cancelledBy(asker: string): string {
  return l10n.t('cancelled by {0}', asker);
}

/** What the program printed and marked, and who was asked to end. */
export class MarkList {
  readonly #marks: MarkRecord[] = [];

  add(time: number, lane: LaneRecord | undefined, kind: MarkKind, text: string, by?: LaneRecord): void {
    this.#marks.push({ time, lane, kind, by, text, shown: null });
  }

  /** One line printed in several pieces is one mark, at the time of its first piece. */
  output(time: number, lane: LaneRecord | undefined, stream: 'stdout' | 'stderr', text: string): void {
    const kind = stream === 'stdout' ? 'output' : 'error-output';
    const last = this.#marks.at(-1);
    if (last?.kind === kind && last.lane === lane && !last.text.endsWith('\n')) {
      last.text += text;
      last.shown = null;
      return;
    }
    if (lane !== undefined) {
      lane.printed = true;
    }
    this.add(time, lane, kind, text);
  }

  /** The mark stands on the lane that is asked to end. */
  cancel(time: number, lane: LaneRecord | undefined, by: LaneRecord | undefined, asker = by?.name): void {
    this.add(time, lane, 'cancel', asker === undefined ? l10n.t('cancelled') : cancelledBy(asker), by);
  }

  /** The marks, each on the lane that shows the one it belongs to. */
  list(shownAs: ShownAs): readonly Mark[] {
    return this.#marks.map((record) => {
      const lane = shownAs(record.lane);
      const by = shownAs(record.by);
      const { shown, time, kind, text } = record;
      if (shown?.lane === lane && (shown.by ?? null) === by) {
        return shown;
      }
      record.shown = { time, lane, kind, text, ...(by === null ? {} : { by }) };
      return record.shown;
    });
  }
}
