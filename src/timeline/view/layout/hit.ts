import type { Piece } from '../model/row';
import { firstEndingAfter } from '../../../core/trace/spans';
import type { MarkSpot } from './marks';
import { rowHeight } from './heights';
import type { Badge, Picture, PlacedRow } from './picture';

/** What lies under the pointer. */
export interface Hit {
  readonly placed: PlacedRow;
  readonly piece: Piece | null;
  /** Count of pieces within reach: above one, some are too narrow to be told apart. */
  readonly crowd: number;
  readonly mark: MarkSpot | null;
  readonly badge: Badge | null;
}

/** Narrow pieces and marks are hit from this many pixels away. */
const reach = 3;
/** Marks and what they say stand below their row's bars. */
const markBand = 3;

const badgeReach = 8;

/** Middle of a badge: it stands just inside the span that it belongs to. */
export function badgeX({ x }: Badge): number {
  return Math.max(x, 0) + 9;
}

/** The row, piece and mark at a point of the picture, or null beside all rows. */
export function hitAt(picture: Picture, x: number, y: number): Hit | null {
  const placed = picture.rows.find((row) => y >= row.y && y < row.y + row.height);
  if (placed === undefined) {
    return null;
  }
  const isBelow = y - placed.y >= rowHeight - markBand;
  const mark = isBelow ? markAt(placed, x) : null;
  const badge = placed.badges.find((one) => Math.abs(badgeX(one) - x) <= badgeReach) ?? null;
  return { placed, ...pieceAt(picture, placed, x), mark, badge };
}

function markAt({ marks, captions }: PlacedRow, x: number): MarkSpot | null {
  const spot = marks.find((one) => Math.abs(one.x - x) <= reach + 1);
  const caption = captions.find(({ x: at, width, side }) => {
    const from = side === 'left' ? at - width : at;
    return x >= from && x <= from + width;
  });
  return spot ?? caption?.spot ?? null;
}

function pieceAt({ scale }: Picture, { row }: PlacedRow, x: number): Pick<Hit, 'piece' | 'crowd'> {
  const from = scale.time(x - reach);
  const to = scale.time(x + reach);
  const time = scale.time(x);
  let crowd = 0;
  let containing: Piece | null = null;
  let nearest: Piece | null = null;
  let distance = Infinity;
  for (let index = firstEndingAfter(row.pieces, from); index < row.pieces.length; index++) {
    const piece = row.pieces[index];
    if (piece === undefined || piece.start > to) {
      break;
    }
    if (scale.x(piece.end) - scale.x(piece.start) < reach) {
      crowd++;
      const away = Math.abs((piece.start + piece.end) / 2 - time);
      [nearest, distance] = away < distance ? [piece, away] : [nearest, distance];
    } else if (piece.start <= time && time <= piece.end) {
      containing = piece;
    }
  }
  return { piece: nearest ?? containing, crowd };
}
