import type { MarkKind, Outcome } from '../../../core/trace/trace';
import { cssOf, type Colour } from './colour';
import type { Palette } from './palette';

type Path = (context: CanvasRenderingContext2D, x: number, y: number) => void;

const lines =
  (...points: readonly (readonly [number, number])[][]): Path =>
  (context, x, y) => {
    for (const line of points) {
      line.forEach(([dx, dy], index) => {
        if (index === 0) {
          context.moveTo(x + dx, y + dy);
        } else {
          context.lineTo(x + dx, y + dy);
        }
      });
    }
  };

const circle =
  (radius: number): Path =>
  (context, x, y) => {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  };

const check = lines([
  [-4, 0],
  [-1, 3.5],
  [4, -4],
]);
const cross = lines(
  [
    [-3.5, -3.5],
    [3.5, 3.5],
  ],
  [
    [3.5, -3.5],
    [-3.5, 3.5],
  ],
);
const slashed: Path = (context, x, y) => {
  circle(4)(context, x, y);
  lines([
    [-2.8, 2.8],
    [2.8, -2.8],
  ])(context, x, y);
};
const ellipsis: Path = (context, x, y) => {
  for (const dx of [-4, 0, 4]) {
    circle(0.8)(context, x + dx, y);
  }
};

const outcomes: Readonly<Record<Outcome, readonly [Path, keyof Palette]>> = {
  done: [check, 'running'],
  failed: [cross, 'blocked'],
  cancelled: [slashed, 'ready'],
  pending: [ellipsis, 'dim'],
};

/** Draws the sign of a lane's end around a point: check, cross, slashed circle or dots. */
export function drawOutcome(
  context: CanvasRenderingContext2D,
  palette: Palette,
  outcome: Outcome,
  x: number,
  y: number,
) {
  const [path, colour] = outcomes[outcome];
  strokeHaloed(context, palette, path, pick(palette, colour), x, y);
}

const square: Path = (context, x, y) => {
  context.rect(x - 2.5, y - 2.5, 5, 5);
};
const diamond = lines([
  [0, -4.2],
  [4.2, 0],
  [0, 4.2],
  [-4.2, 0],
  [0, -4.2],
]);
const flag = lines([
  [-3.5, -4],
  [3.5, -4],
  [0, 3.5],
  [-3.5, -4],
]);

const marks: Readonly<Record<MarkKind, readonly [Path, keyof Palette, 'fill' | 'stroke']>> = {
  output: [square, 'text', 'fill'],
  'error-output': [diamond, 'blocked', 'fill'],
  mark: [flag, 'accent', 'fill'],
  cancel: [cross, 'ready', 'stroke'],
};

/** Draws a mark around a point: a square for output, a diamond for error output, and so on. */
export function drawMark(
  context: CanvasRenderingContext2D,
  palette: Palette,
  kind: MarkKind,
  x: number,
  y: number,
) {
  const [path, colour, how] = marks[kind];
  if (how === 'stroke') {
    strokeHaloed(context, palette, path, pick(palette, colour), x, y);
    return;
  }
  context.beginPath();
  path(context, x, y);
  context.lineWidth = 3;
  context.strokeStyle = cssOf(palette.ground);
  context.stroke();
  context.fillStyle = cssOf(pick(palette, colour));
  context.fill();
}

function strokeHaloed(
  context: CanvasRenderingContext2D,
  palette: Palette,
  path: Path,
  colour: Colour,
  x: number,
  y: number,
) {
  context.beginPath();
  path(context, x, y);
  for (const [width, style] of [
    [5, palette.ground],
    [2, colour],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = cssOf(style);
    context.stroke();
  }
}

function pick(palette: Palette, name: keyof Palette): Colour {
  const colour = palette[name];
  return typeof colour === 'object' ? colour : palette.text;
}
