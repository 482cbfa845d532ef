import type { Row } from '../model/row';
import type { Cursor } from './row-names';

/** What a key does in the grid. */
export type KeyAction =
  | { readonly type: 'move'; readonly to: Cursor }
  | { readonly type: 'reveal' }
  | { readonly type: 'zoom'; readonly factor: number }
  | { readonly type: 'fit' };

const page = 10;

/** The action of a key pressed while the cursor is there, null for keys that the grid leaves alone. */
export function keyAction(
  key: string,
  withControl: boolean,
  cursor: Cursor,
  rows: readonly Row[],
): KeyAction | null {
  const last = rows.length - 1;
  const count = rows[cursor.row]?.pieces.length ?? 0;
  const toRow = (row: number): KeyAction => {
    const to = Math.min(Math.max(row, 0), last);
    return { type: 'move', to: { row: to, piece: samePlace(rows, cursor, to) } };
  };
  const toPiece = (piece: number | null): KeyAction => ({ type: 'move', to: { row: cursor.row, piece } });
  switch (key) {
    case 'ArrowDown':
      return toRow(cursor.row + 1);
    case 'ArrowUp':
      return toRow(cursor.row - 1);
    case 'PageDown':
      return toRow(cursor.row + page);
    case 'PageUp':
      return toRow(cursor.row - page);
    case 'ArrowRight':
      return count === 0 ? null : toPiece(Math.min((cursor.piece ?? -1) + 1, count - 1));
    case 'ArrowLeft':
      return toPiece(cursor.piece === null || cursor.piece === 0 ? null : cursor.piece - 1);
    case 'Home':
      return withControl ? { type: 'move', to: { row: 0, piece: null } } : toPiece(null);
    case 'End':
      return withControl
        ? { type: 'move', to: { row: last, piece: null } }
        : toPiece(count === 0 ? null : count - 1);
    case 'Escape':
      return cursor.piece === null ? null : toPiece(null);
    case 'Enter':
    case ' ':
      return { type: 'reveal' };
    case '+':
    case '=':
      return { type: 'zoom', factor: 1.5 };
    case '-':
      return { type: 'zoom', factor: 1 / 1.5 };
    case '0':
      return { type: 'fit' };
    default:
      return null;
  }
}

/** Going up and down among spans keeps the moment: the piece of the other row that is there at that time. */
function samePlace(rows: readonly Row[], { row, piece }: Cursor, to: number): number | null {
  const from = piece === null ? undefined : rows[row]?.pieces[piece];
  if (from === undefined || to === row) {
    return piece;
  }
  const middle = (from.start + from.end) / 2;
  const pieces = rows[to]?.pieces ?? [];
  const found = pieces.findIndex((other) => other.end >= middle);
  return pieces.length === 0 ? null : found === -1 ? pieces.length - 1 : found;
}
