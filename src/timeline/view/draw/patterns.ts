import type { PieceState } from '../words';
import { cssOf, faded, type Colour } from './colour';
import type { Palette } from './palette';

/** How a state is drawn: each has a pattern of its own, so that colour is never the only cue. */
export interface Brush {
  readonly fill: string | CanvasPattern;
  /** For parts too narrow for a pattern. */
  readonly solid: string;
  readonly stroke: string;
  readonly dash: readonly number[];
}

export type Brushes = Readonly<Record<PieceState, Brush>>;

type Tile = (context: CanvasRenderingContext2D, colour: Colour) => void;

/** Tiles are this many CSS pixels wide and high. */
const tileSize = 8;

const hatch: Tile = (context, colour) => {
  wash(context, faded(colour, 0.16));
  strokeLines(context, faded(colour, 0.62), 2, [
    [-2, 2, 2, -2],
    [-2, 10, 10, -2],
    [6, 10, 10, 6],
  ]);
};

const dots: Tile = (context, colour) => {
  wash(context, faded(colour, 0.14));
  context.fillStyle = cssOf(colour);
  for (const [x, y] of [
    [2, 2],
    [6, 6],
  ] as const) {
    context.beginPath();
    context.arc(x, y, 1.2, 0, 2 * Math.PI);
    context.fill();
  }
};

const crosses: Tile = (context, colour) => {
  wash(context, faded(colour, 0.3));
  strokeLines(context, colour, 1.4, [
    [-1, -1, 9, 9],
    [9, -1, -1, 9],
  ]);
};

/** Brushes for a context whose pixels are `ratio` times finer than CSS pixels. */
export function brushesOf(palette: Palette, ratio: number): Brushes {
  const { running, waiting, ready, blocked, dim } = palette;
  const solid = (colour: Colour): Brush => ({
    fill: cssOf(colour),
    solid: cssOf(colour),
    stroke: cssOf(colour),
    dash: [],
  });
  const patterned = (colour: Colour, tile: Tile): Brush => ({
    ...solid(colour),
    fill: patternOf(tile, colour, ratio),
  });
  return {
    running: solid(running),
    busy: solid(running),
    waiting: { ...patterned(waiting, hatch), solid: cssOf(faded(waiting, 0.45)) },
    ready: { ...patterned(ready, dots), solid: cssOf(faded(ready, 0.6)) },
    blocked: patterned(blocked, crosses),
    idle: { fill: 'transparent', solid: 'transparent', stroke: cssOf(faded(dim, 0.75)), dash: [3, 3] },
  };
}

function patternOf(tile: Tile, colour: Colour, ratio: number): string | CanvasPattern {
  const canvas = document.createElement('canvas');
  const pixels = Math.max(1, Math.round(tileSize * ratio));
  canvas.width = pixels;
  canvas.height = pixels;
  const context = canvas.getContext('2d');
  if (context === null) {
    return cssOf(colour);
  }
  context.scale(pixels / tileSize, pixels / tileSize);
  tile(context, colour);
  const pattern = context.createPattern(canvas, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(tileSize / pixels));
  return pattern ?? cssOf(colour);
}

function wash(context: CanvasRenderingContext2D, colour: Colour): void {
  context.fillStyle = cssOf(colour);
  context.fillRect(0, 0, tileSize, tileSize);
}

function strokeLines(
  context: CanvasRenderingContext2D,
  colour: Colour,
  width: number,
  lines: readonly (readonly [number, number, number, number])[],
): void {
  context.strokeStyle = cssOf(colour);
  context.lineWidth = width;
  context.beginPath();
  for (const [fromX, fromY, toX, toY] of lines) {
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
  }
  context.stroke();
}
