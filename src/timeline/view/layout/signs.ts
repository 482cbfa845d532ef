import type { Piece, Row } from '../model/row';
import { firstEndingAfter } from '../../../core/trace/spans';
import type { Scale } from './window';

/** What happens to a lane between its creation and its end. */
export type SignKind = 'created' | 'awaits' | 'resumed';

/** A small sign on a row. Pixels from the plot's left edge. */
export interface Sign {
  readonly x: number;
  readonly kind: SignKind;
}

/** Signs nearer to each other than this many pixels could not be told apart: the first stays. */
const apart = 11;
/** With more pieces than this in the window, signs would be noise. */
const mostPieces = 120;

/** The row's creation, and where it begins to wait and goes on, as far as there is room to show them. */
export function signsOf(row: Row, scale: Scale): readonly Sign[] {
  if (row.kind === 'loop') {
    return [];
  }
  const { start, end } = scale.window;
  const signs: Sign[] = [];
  const add = (time: number, kind: SignKind) => {
    const x = scale.x(time);
    const last = signs.at(-1);
    if (time >= start && time <= end && (last === undefined || x - last.x >= apart)) {
      signs.push({ x, kind });
    }
  };
  if (row.created !== null) {
    add(row.created, 'created');
  }
  const first = firstEndingAfter(row.pieces, start);
  if ((row.pieces[first + mostPieces]?.start ?? Infinity) <= end) {
    return signs;
  }
  for (let index = first; index < Math.min(row.pieces.length, first + mostPieces); index++) {
    const [before, piece] = [row.pieces[index - 1], row.pieces[index]];
    const kind = piece === undefined ? null : kindOf(before, piece);
    if (piece !== undefined && kind !== null) {
      add(piece.start, kind);
    }
  }
  return signs;
}

const isActive = ({ state }: Piece) => state === 'running' || state === 'blocked';

function kindOf(before: Piece | undefined, piece: Piece): SignKind | null {
  if (before === undefined) {
    return null;
  }
  if (piece.state === 'waiting' && isActive(before)) {
    return 'awaits';
  }
  return isActive(piece) && !isActive(before) ? 'resumed' : null;
}
