import type { MarkSpot } from './layout/marks';
import type { Piece, Row } from './model/row';
import { placeOf, placeText } from './place';
import { say } from './say';
import { formatDuration, formatPoint } from './units';
import { words } from './words';

/** What a piece shows, in lines: its state and what for, its interval, its line. */
export function describePiece(row: Row, piece: Piece): string[] {
  const { start, end } = piece;
  const place = placeText(placeOf(piece));
  const interval = say('hover.interval', formatPoint(start), formatPoint(end), formatDuration(end - start));
  return [headline(row, piece), interval, ...(place === '' ? [] : [place])];
}

function headline({ kind }: Row, { state, on, via }: Piece): string {
  if (state === 'waiting') {
    const call = via !== undefined && via !== on ? via : null;
    if (call !== null) {
      return on === null ? say('hover.waitingFor', call) : say('hover.waitingThrough', call, on);
    }
    return on === null ? words.states.waiting : say('hover.waitingFor', on);
  }
  if (state === 'blocked') {
    if (kind === 'loop' && via !== undefined) {
      return on === null ? say('hover.loopBlocked', via) : say('hover.loopBlockedBy', via, on);
    }
    return on === null ? words.states.blocked : say('hover.blockedBy', on);
  }
  return state === 'running' && via !== undefined ? say('hover.runningIn', via) : words.states[state];
}

/** A row in one sentence, for those who do not see the picture. */
export function describeRow(row: Row): string {
  const { outcome, ended, area } = row;
  const parts = [
    row.kind === 'call' ? say('rows.call', row.name) : row.name,
    placeText(placeOf(row)),
    ended === null || outcome === null ? '' : say('rows.ended', words.outcomes[outcome], formatPoint(ended)),
    area === undefined ? words.spans(row.pieces.length) : say('shared.most', area.most),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

const shownMarks = 3;

/** What was written while a piece lasted, in lines as for the marks of a spot. */
export function describeWritten({ marks }: Row, { start, end }: Piece): string[] {
  return describeMarks({ marks: marks.filter(({ time }) => time >= start && time < end) });
}

/** The marks of a spot, in lines: what kind and when, and what was written. */
export function describeMarks({ marks }: Pick<MarkSpot, 'marks'>): string[] {
  const lines = marks
    .slice(0, shownMarks)
    .flatMap(({ kind, time, text }) => [
      say('hover.mark', words.markKinds[kind], formatPoint(time)),
      text.trimEnd(),
    ]);
  return marks.length > shownMarks ? [...lines, say('hover.more', marks.length - shownMarks)] : lines;
}
