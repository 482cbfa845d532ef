import type { Mark, Outcome } from '../../../core/trace/trace';
import type { Row } from '../model/row';
import { firstFrom } from '../search';
import type { Scale } from './window';

/** Marks of a row that fall on the same few pixels, drawn as one. */
export interface MarkSpot {
  readonly x: number;
  /** Kind of the most telling mark among them. */
  readonly kind: Mark['kind'];
  readonly marks: readonly Mark[];
}

/** How a lane ended, and where. */
export interface EndMark {
  readonly x: number;
  readonly outcome: Outcome;
}

const apart = 5;
const telling: readonly Mark['kind'][] = ['output', 'mark', 'cancel', 'error-output'];

/** The row's marks in the window; those less than a few pixels apart share a spot. */
export function markSpots(marks: readonly Mark[], scale: Scale): MarkSpot[] {
  const spots: { x: number; kind: Mark['kind']; marks: Mark[] }[] = [];
  for (let index = firstFrom(marks, scale.time(-apart)); index < marks.length; index++) {
    const mark = marks[index];
    const x = scale.x(mark?.time ?? Infinity);
    if (mark === undefined || x > scale.width + apart) {
      break;
    }
    const last = spots.at(-1);
    if (last !== undefined && x - last.x < apart) {
      last.marks.push(mark);
      last.kind = telling.indexOf(mark.kind) > telling.indexOf(last.kind) ? mark.kind : last.kind;
    } else {
      spots.push({ x, kind: mark.kind, marks: [mark] });
    }
  }
  return spots;
}

/** The row's end, if it is in the window. A lane that is still pending is marked only when the run is `over`. */
export function endMark(row: Row, scale: Scale, duration: number, over: boolean): EndMark | null {
  const time = row.ended ?? (over ? duration : null);
  if (row.outcome === null || time === null || (row.outcome === 'pending' && !over)) {
    return null;
  }
  const x = scale.x(time);
  return x < 0 || x > scale.width ? null : { x, outcome: row.outcome };
}
