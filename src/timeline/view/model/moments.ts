import { firstEndingAfter } from '../../../core/trace/spans';
import { firstFrom } from '../search';
import type { Place } from '../../protocol';
import { placeOf } from '../place';
import type { Piece, Row } from './row';

/** Times nearer than this, in milliseconds, are one moment: recorders write thousandths. */
const same = 1e-6;

/** The next moment after `time` at which something happens in these rows, or null after the last. */
export function momentAfter(rows: readonly Row[], time: number): number | null {
  let next = Infinity;
  for (const { created, ended, pieces, marks } of rows) {
    const index = firstEndingAfter(pieces, time + same);
    const candidates = [pieces[index]?.start, pieces[index]?.end, marks[firstFrom(marks, time + same)]?.time];
    for (const candidate of [...candidates, created, ended]) {
      if (candidate != null && candidate > time + same) {
        next = Math.min(next, candidate);
      }
    }
  }
  return next === Infinity ? null : next;
}

/** The last moment before `time` at which something happens in these rows, or null before the first. */
export function momentBefore(rows: readonly Row[], time: number): number | null {
  let last = -Infinity;
  for (const { created, ended, pieces, marks } of rows) {
    const index = firstEndingAfter(pieces, time - same);
    const candidates = [
      pieces[index - 1]?.end,
      pieces[index]?.start,
      pieces[index - 1]?.start,
      marks[firstFrom(marks, time - same) - 1]?.time,
    ];
    for (const candidate of [...candidates, created, ended]) {
      if (candidate != null && candidate < time - same) {
        last = Math.max(last, candidate);
      }
    }
  }
  return last === -Infinity ? null : last;
}

/** What a row does at this moment: of two pieces that touch there, the one that begins. */
export function pieceAt({ pieces }: Row, time: number): Piece | null {
  const piece = pieces[firstEndingAfter(pieces, time + same)];
  return piece !== undefined && piece.start <= time + same ? piece : null;
}

/** Where in the program a row is; of the loop, where whoever runs is. */
export function placeAt(rows: readonly Row[], row: Row, time: number): Place | null {
  if (row.kind !== 'loop') {
    const piece = pieceAt(row, time);
    return piece && placeOf(piece);
  }
  for (const other of rows) {
    const piece = other.kind === 'loop' ? null : pieceAt(other, time);
    if (piece !== null && (piece.state === 'running' || piece.state === 'blocked')) {
      return placeOf(piece);
    }
  }
  return null;
}
