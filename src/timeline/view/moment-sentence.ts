import { pieceAt } from './model/moments';
import type { Piece, Row } from './model/row';
import { say } from './say';
import { formatPoint } from './units';

const most = 4;

/** What happens at a moment of the run, in one sentence: who runs first, then who is ready, then who waits. */
export function momentSentence(rows: readonly Row[], time: number): string {
  const active = rows
    .filter(({ kind }) => kind === 'lane')
    .flatMap((row) => {
      const piece = pieceAt(row, time);
      return piece === null ? [] : [{ row, piece }];
    })
    .toSorted((a, b) => weight(a.piece) - weight(b.piece));
  const parts = active.slice(0, most).map(({ row, piece }) => phrase(row.name, piece));
  if (active.length > most) {
    parts.push(say('replay.more', active.length - most));
  }
  return say('replay.at', formatPoint(time), parts.length === 0 ? say('replay.nobody') : parts.join('; '));
}

function weight({ state }: Piece): number {
  return ['blocked', 'running', 'ready', 'waiting'].indexOf(state);
}

function phrase(name: string, { state, on, via }: Piece): string {
  const what = via ?? on;
  switch (state) {
    case 'blocked':
      return say('replay.blocks', name);
    case 'ready':
      return say('replay.ready', name);
    case 'waiting':
      return what === null ? say('replay.waits', name) : say('replay.waitsFor', name, what);
    default:
      return say('replay.runs', name);
  }
}
