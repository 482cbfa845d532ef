import type { Row } from '../model/row';
import type { Cursor } from './row-names';

/** What a key does in the grid. */
export type KeyAction =
  | { readonly type: 'move'; readonly to: Cursor }
  | { readonly type: 'reveal' }
  | { readonly type: 'zoom'; readonly factor: number }
  | { readonly type: 'zoom-to-span' }
  | { readonly type: 'fit' }
  | { readonly type: 'fold'; readonly key: string }
  | { readonly type: 'step'; readonly direction: 1 | -1 }
  | { readonly type: 'play' }
  | { readonly type: 'leave-replay' };

const page = 10;

/** The action of a key pressed while the cursor is there, null for keys that the grid leaves alone. */
export function keyAction(
  key: string,
  withControl: boolean,
  cursor: Cursor,
  rows: readonly Row[],
  folded: ReadonlySet<string>,
): KeyAction | null {
  const last = rows.length - 1;
  const here = rows[cursor.row];
  const count = here?.pieces.length ?? 0;
  const isOnParent = cursor.piece === null && here?.isParent === true;
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
      if (isOnParent && folded.has(here.key)) {
        return { type: 'fold', key: here.key };
      }
      return count === 0 ? null : toPiece(Math.min((cursor.piece ?? -1) + 1, count - 1));
    case 'ArrowLeft':
      if (isOnParent && !folded.has(here.key)) {
        return { type: 'fold', key: here.key };
      }
      if (cursor.piece === null) {
        return toRow(parentOf(rows, cursor.row));
      }
      return toPiece(cursor.piece === 0 ? null : cursor.piece - 1);
    case 'Home':
      return withControl ? { type: 'move', to: { row: 0, piece: null } } : toPiece(null);
    case 'End':
      return withControl
        ? { type: 'move', to: { row: last, piece: null } }
        : toPiece(count === 0 ? null : count - 1);
    case 'Escape':
      return cursor.piece === null ? { type: 'leave-replay' } : toPiece(null);
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
    case 'z':
      return cursor.piece === null ? null : { type: 'zoom-to-span' };
    case ',':
      return { type: 'step', direction: -1 };
    case '.':
      return { type: 'step', direction: 1 };
    case 'p':
      return { type: 'play' };
    default:
      return null;
  }
}

function parentOf(rows: readonly Row[], index: number): number {
  const depth = rows[index]?.depth ?? 0;
  const parent = rows.findLastIndex((row, place) => place < index && row.depth < depth);
  return parent === -1 ? index : parent;
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
