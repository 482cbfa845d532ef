import type { MarkKind, Outcome, TraceFindingKind } from '../../../core/trace/trace';
import type { SignKind } from '../layout/signs';
import { cssOf, type Colour } from './colour';
import type { Palette } from './palette';
import type { Pen } from './pen';
import {
  bars,
  check,
  circle,
  cross,
  diamond,
  ellipsis,
  flag,
  ring,
  slashed,
  square,
  triangle,
  type Path,
} from './shapes';

/** The pen's font family: a canvas knows no variables of the style sheet. */
export const sans = 'system-ui, sans-serif';

const outcomes: Readonly<Record<Outcome, readonly [Path, keyof Palette]>> = {
  done: [check, 'running'],
  failed: [cross, 'blocked'],
  cancelled: [slashed, 'ready'],
  pending: [ellipsis, 'dim'],
};

/** Draws the sign of a lane's end around a point: check, cross, slashed circle or dots. */
export function drawOutcome(pen: Pen, palette: Palette, outcome: Outcome, x: number, y: number) {
  const [path, colour] = outcomes[outcome];
  strokeHaloed(pen, palette, path, pick(palette, colour), x, y);
}

const marks: Readonly<Record<MarkKind, readonly [Path, keyof Palette, 'fill' | 'stroke']>> = {
  output: [square, 'text', 'fill'],
  'error-output': [diamond, 'blocked', 'fill'],
  mark: [flag, 'accent', 'fill'],
  cancel: [cross, 'ready', 'stroke'],
};

/** Draws a mark around a point: a square for output, a diamond for error output, and so on. */
export function drawMark(pen: Pen, palette: Palette, kind: MarkKind, x: number, y: number) {
  const [path, colour, how] = marks[kind];
  draw(pen, palette, path, pick(palette, colour), how, x, y);
}

const signs: Readonly<Record<SignKind, readonly [Path, keyof Palette, 'fill' | 'stroke']>> = {
  created: [ring, 'text', 'stroke'],
  awaits: [bars, 'waiting', 'stroke'],
  resumed: [triangle, 'running', 'fill'],
};

/** Draws a sign around a point: a ring where a lane is created, bars where it begins to wait, a triangle where it goes on. */
export function drawSign(pen: Pen, palette: Palette, kind: SignKind, x: number, y: number) {
  const [path, colour, how] = signs[kind];
  draw(pen, palette, path, pick(palette, colour), how, x, y);
}

/** The colour of a finding's badge. */
export const badgeColour: Readonly<Record<TraceFindingKind, 'blocked' | 'ready'>> = {
  'blocked-loop': 'blocked',
  deadlock: 'blocked',
  'never-awaited': 'ready',
  'never-finished': 'ready',
  'never-retrieved': 'blocked',
  'destroyed-pending': 'ready',
  'undrained-queue': 'ready',
  'one-after-another': 'ready',
};

/** Draws a finding's number in a disc around a point. */
export function drawBadge(
  pen: Pen,
  palette: Palette,
  kind: TraceFindingKind,
  number: number,
  x: number,
  y: number,
) {
  pen.beginPath();
  circle(7.5)(pen, x, y);
  pen.fillStyle = cssOf(palette.ground);
  pen.fill();
  pen.lineWidth = 1.8;
  pen.strokeStyle = cssOf(palette[badgeColour[kind]]);
  pen.stroke();
  pen.fillStyle = cssOf(palette.text);
  pen.font = `bold ${number < 10 ? 10 : 8.5}px ${sans}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(String(number), x, y + 0.5);
}

function draw(
  pen: Pen,
  palette: Palette,
  path: Path,
  colour: Colour,
  how: 'fill' | 'stroke',
  x: number,
  y: number,
) {
  if (how === 'stroke') {
    strokeHaloed(pen, palette, path, colour, x, y);
    return;
  }
  pen.beginPath();
  path(pen, x, y);
  pen.lineWidth = 3;
  pen.strokeStyle = cssOf(palette.ground);
  pen.stroke();
  pen.fillStyle = cssOf(colour);
  pen.fill();
}

function strokeHaloed(pen: Pen, palette: Palette, path: Path, colour: Colour, x: number, y: number) {
  pen.beginPath();
  path(pen, x, y);
  for (const [width, style] of [
    [5, palette.ground],
    [2, colour],
  ] as const) {
    pen.lineWidth = width;
    pen.strokeStyle = cssOf(style);
    pen.stroke();
  }
}

function pick(palette: Palette, name: keyof Palette): Colour {
  const colour = palette[name];
  return typeof colour === 'object' ? colour : palette.text;
}
