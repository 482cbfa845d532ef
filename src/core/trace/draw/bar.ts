import * as l10n from '@vscode/l10n';
import type { LoopSpan, SpanState } from '../trace';
import { widthOf } from './text';

export type DrawnState = SpanState | LoopSpan['state'];

interface Look {
  readonly fill: string;
  readonly label: string;
}

/** Every state has a character and a word of its own: neither colour nor position is needed to tell them apart. */
export const looks: Readonly<Record<DrawnState, Look>> = {
  waiting: { fill: '=', label: l10n.t('WAITING') },
  running: { fill: '#', label: l10n.t('RUNNING') },
  ready: { fill: '~', label: l10n.t('READY') },
  blocked: { fill: '!', label: l10n.t('BLOCKED') },
  idle: { fill: '.', label: l10n.t('IDLE') },
  busy: { fill: '#', label: l10n.t('BUSY') },
};

export interface DrawnSpan {
  readonly state: DrawnState;
  readonly start: number;
  readonly end: number;
}

/** Maps times to columns: `columns` of them show `duration` milliseconds. */
export interface Scale {
  readonly columns: number;
  readonly duration: number;
}

interface Piece {
  readonly state: DrawnState | null;
  readonly span: number;
  width: number;
}

/** Narrower pieces of one state are drawn as one: brackets alone tell nothing. */
const NARROW = 4;

/**
 * A row of the picture: `[===WAITING===]`. Each column shows what took most of its time; what is too short
 * for that leaves a `|` where it was when the row would else be empty.
 * @param spans Sorted, without overlap.
 */
export function drawBar(spans: readonly DrawnSpan[], scale: Scale): string {
  const drawn = joinNarrow(pieces(spans, scale)).map(drawPiece).join('');
  const first = spans[0];
  if (first === undefined || drawn.trim() !== '') {
    return drawn;
  }
  const column = Math.min(scale.columns - 1, Math.floor((first.start / scale.duration) * scale.columns));
  return `${' '.repeat(Math.max(0, column))}|`.padEnd(scale.columns);
}

function pieces(spans: readonly DrawnSpan[], { columns, duration }: Scale): Piece[] {
  const found: Piece[] = [];
  const step = duration / columns;
  let first = 0;
  for (let column = 0; column < columns; column++) {
    const [from, to] = [column * step, (column + 1) * step];
    while (first < spans.length && (spans[first]?.end ?? 0) <= from) {
      first++;
    }
    const { state, span } = mostOf(spans, first, from, to);
    const last = found.at(-1);
    if (last?.state === state && last.span === span) {
      last.width++;
    } else {
      found.push({ state, span, width: 1 });
    }
  }
  return found;
}

/** The state that takes most of a column, and the span that takes most of that. */
function mostOf(
  spans: readonly DrawnSpan[],
  first: number,
  from: number,
  to: number,
): { state: DrawnState | null; span: number } {
  const times = new Map<DrawnState, { time: number; longest: number; span: number }>();
  let empty = to - from;
  for (let index = first; index < spans.length; index++) {
    const span = spans[index];
    if (span === undefined || span.start >= to) {
      break;
    }
    const time = Math.min(span.end, to) - Math.max(span.start, from);
    const known = times.get(span.state) ?? { time: 0, longest: 0, span: index };
    empty -= time;
    known.time += time;
    if (time > known.longest) {
      known.longest = time;
      known.span = index;
    }
    times.set(span.state, known);
  }
  const [state, most] = [...times].sort(([, a], [, b]) => b.time - a.time)[0] ?? [];
  return state === undefined || most === undefined || most.time < empty
    ? { state: null, span: -1 }
    : { state, span: most.span };
}

function joinNarrow(all: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of all) {
    const last = joined.at(-1);
    if (last?.state === piece.state && (last.width < NARROW || piece.width < NARROW)) {
      last.width += piece.width;
    } else {
      joined.push({ ...piece });
    }
  }
  return joined;
}

function drawPiece({ state, width }: Piece): string {
  if (state === null) {
    return ' '.repeat(width);
  }
  const { fill, label } = looks[state];
  if (width < 3) {
    return fill.repeat(width);
  }
  const inner = width - 2;
  const wide = widthOf(label);
  if (inner < wide) {
    return `[${fill.repeat(inner)}]`;
  }
  const before = Math.floor((inner - wide) / 2);
  return `[${fill.repeat(before)}${label}${fill.repeat(inner - wide - before)}]`;
}
