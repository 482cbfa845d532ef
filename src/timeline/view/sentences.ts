import type { Row } from './model/row';
import { say } from './say';
import { formatDuration, formatPoint } from './units';
import { words, type PieceState } from './words';

const told: readonly PieceState[] = ['running', 'waiting', 'ready', 'blocked', 'busy', 'idle'];

/** A row in one sentence that stands alone: when it was created, how long it was in each state, and how it ended. */
export function rowSentence(row: Row): string {
  const parts = told.flatMap((state) => {
    const pieces = row.pieces.filter((piece) => piece.state === state);
    if (pieces.length === 0) {
      return [];
    }
    const total = formatDuration(pieces.reduce((sum, { start, end }) => sum + end - start, 0));
    const on = [...new Set(pieces.map(({ via, on: what }) => via ?? what))].filter((what) => what !== null);
    const what = on.slice(0, 3).join(', ');
    return what === ''
      ? [say('table.total', words.states[state], total)]
      : [say('table.totalOn', words.states[state], total, what)];
  });
  const created = row.created === null ? [] : [say('table.created', formatPoint(row.created))];
  const isOver = row.outcome !== null && row.ended !== null;
  const end = isOver ? [say('rows.ended', words.outcomes[row.outcome], formatPoint(row.ended))] : [];
  const pending = row.outcome === 'pending' ? [words.outcomes.pending] : [];
  return `${row.name}: ${[...created, ...parts, ...end, ...pending].join('; ')}.`;
}
