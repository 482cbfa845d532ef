import type { MarkSpot } from './layout/marks';
import type { Piece, Row } from './model/row';
import { formatDuration, formatPoint } from './units';
import { words } from './words';

const { hover, picture, states } = words;

/** What a piece shows, in lines: its state and what for, its interval, its line. */
export function describePiece(row: Row, piece: Piece): string[] {
  const { start, end, line } = piece;
  const interval = hover.interval(formatPoint(start), formatPoint(end), formatDuration(end - start));
  return [headline(row, piece), interval, ...(line === null ? [] : [picture.line(line)])];
}

function headline({ kind }: Row, { state, on, via }: Piece): string {
  if (state === 'waiting') {
    const call = via !== undefined && via !== on ? via : null;
    if (call !== null) {
      return on === null ? hover.waitingFor(call) : hover.waitingThrough(call, on);
    }
    return on === null ? states.waiting : hover.waitingFor(on);
  }
  if (state === 'blocked') {
    if (kind === 'loop' && via !== undefined) {
      return on === null ? hover.loopBlocked(via) : hover.loopBlockedBy(via, on);
    }
    return on === null ? states.blocked : hover.blockedBy(on);
  }
  return state === 'running' && via !== undefined ? hover.runningIn(via) : states[state];
}

/** A row in one sentence, for those who do not see the picture. */
export function describeRow(row: Row): string {
  const name = row.kind === 'call' ? words.rows.call(row.name) : row.name;
  const line = row.line === null ? '' : picture.line(row.line);
  const end =
    row.ended === null || row.outcome === null
      ? ''
      : words.rows.ended(words.outcomes[row.outcome], formatPoint(row.ended));
  return words.rows.lane(name, line, end, row.pieces.length);
}

const shownMarks = 3;

/** The marks of a spot, in lines: what kind and when, and what was written. */
export function describeMarks({ marks }: MarkSpot): string[] {
  const lines = marks
    .slice(0, shownMarks)
    .flatMap(({ kind, time, text }) => [
      hover.mark(words.markKinds[kind], formatPoint(time)),
      text.trimEnd(),
    ]);
  return marks.length > shownMarks ? [...lines, hover.more(marks.length - shownMarks)] : lines;
}
