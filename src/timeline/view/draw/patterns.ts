import type { PieceState } from '../words';
import { cssOf, faded, type Colour } from './colour';
import type { Palette } from './palette';
import type { Pen } from './pen';

/** How a state is drawn: each has a pattern of its own, so that colour is never the only cue. */
export interface Brush {
  readonly fill: string | CanvasPattern;
  /** For parts too narrow for a pattern. */
  readonly solid: string;
  readonly stroke: string;
  readonly dash: readonly number[];
}

export type Brushes = Readonly<Record<PieceState, Brush>>;

export type Tile = (pen: Pen, colour: Colour) => void;

/** Tiles are this many CSS pixels wide and high. */
export const tileSize = 8;

const hatch: Tile = (pen, colour) => {
  wash(pen, faded(colour, 0.16));
  strokeLines(pen, faded(colour, 0.62), 2, [
    [-2, 2, 2, -2],
    [-2, 10, 10, -2],
    [6, 10, 10, 6],
  ]);
};

const dots: Tile = (pen, colour) => {
  wash(pen, faded(colour, 0.14));
  pen.fillStyle = cssOf(colour);
  for (const [x, y] of [
    [2, 2],
    [6, 6],
  ] as const) {
    pen.beginPath();
    pen.arc(x, y, 1.2, 0, 2 * Math.PI);
    pen.fill();
  }
};

const crosses: Tile = (pen, colour) => {
  wash(pen, faded(colour, 0.3));
  strokeLines(pen, colour, 1.4, [
    [-1, -1, 9, 9],
    [9, -1, -1, 9],
  ]);
};

/** Makes of a tile what a pen can fill with. */
export type PatternMaker = (name: PieceState, tile: Tile, colour: Colour) => string | CanvasPattern;

/** Brushes for a canvas whose pixels are `ratio` times finer than CSS pixels. */
export function canvasBrushes(palette: Palette, ratio: number): Brushes {
  return brushesOf(palette, (_, tile, colour) => patternOf(tile, colour, ratio));
}

/** Brushes whose patterns are made by `make`. */
export function brushesOf(palette: Palette, make: PatternMaker): Brushes {
  const { running, waiting, ready, blocked, dim } = palette;
  const solid = (colour: Colour): Brush => ({
    fill: cssOf(colour),
    solid: cssOf(colour),
    stroke: cssOf(colour),
    dash: [],
  });
  const patterned = (name: PieceState, colour: Colour, tile: Tile): Brush => ({
    ...solid(colour),
    fill: make(name, tile, colour),
  });
  return {
    running: solid(running),
    busy: solid(running),
    waiting: { ...patterned('waiting', waiting, hatch), solid: cssOf(faded(waiting, 0.45)) },
    ready: { ...patterned('ready', ready, dots), solid: cssOf(faded(ready, 0.6)) },
    blocked: patterned('blocked', blocked, crosses),
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

function wash(pen: Pen, colour: Colour): void {
  pen.fillStyle = cssOf(colour);
  pen.fillRect(0, 0, tileSize, tileSize);
}

function strokeLines(
  pen: Pen,
  colour: Colour,
  width: number,
  lines: readonly (readonly [number, number, number, number])[],
): void {
  pen.strokeStyle = cssOf(colour);
  pen.lineWidth = width;
  pen.beginPath();
  for (const [fromX, fromY, toX, toY] of lines) {
    pen.moveTo(fromX, fromY);
    pen.lineTo(toX, toY);
  }
  pen.stroke();
}
