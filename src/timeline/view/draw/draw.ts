import { barHeight, rowHeight, type Picture, type PlacedRow } from '../layout/picture';
import type { Ticks } from '../layout/ticks';
import type { PieceState } from '../words';
import { cssOf, faded } from './colour';
import { drawMark, drawOutcome } from './glyphs';
import type { Palette } from './palette';
import type { Brush, Brushes } from './patterns';

/** What a drawing needs beside the picture itself. */
export interface Ink {
  readonly palette: Palette;
  readonly brushes: Brushes;
}

/** Things drawn over or under the rows. */
export interface Overlay {
  readonly ticks: Ticks;
  /** Pixels from the plot's left edge: the run's end, or now. */
  readonly endX: number;
  readonly over: boolean;
  /** Row under the pointer or with the focus. */
  readonly highlight: number | null;
}

const stacking: readonly PieceState[] = ['blocked', 'running', 'busy', 'ready', 'waiting'];

/** Draws the rows in view into a context of this size in CSS pixels. */
export function drawPicture(
  context: CanvasRenderingContext2D,
  size: { readonly width: number; readonly height: number },
  picture: Picture,
  overlay: Overlay,
  ink: Ink,
): void {
  context.clearRect(0, 0, size.width, size.height);
  drawGrid(context, size.height, overlay, ink);
  for (const placed of picture.rows) {
    if (placed.index === overlay.highlight) {
      context.fillStyle = cssOf(faded(ink.palette.text, 0.07));
      context.fillRect(0, placed.y, size.width, rowHeight);
    }
    drawRow(context, placed, ink);
  }
  drawEnd(context, size.height, overlay, ink);
  for (const { marks, end, y } of picture.rows) {
    for (const mark of marks) {
      drawMark(context, ink.palette, mark.kind, mark.x, y + rowHeight - 5);
    }
    if (end !== null) {
      drawOutcome(context, ink.palette, end.outcome, Math.min(end.x + 10, size.width - 7), y + rowHeight / 2);
    }
  }
}

function drawGrid(
  context: CanvasRenderingContext2D,
  height: number,
  { ticks }: Overlay,
  { palette }: Ink,
): void {
  context.fillStyle = cssOf(palette.grid);
  for (const { x } of ticks.ticks) {
    context.fillRect(Math.round(x), 0, 1, height);
  }
}

function drawEnd(
  context: CanvasRenderingContext2D,
  height: number,
  { endX, over }: Overlay,
  { palette }: Ink,
): void {
  context.strokeStyle = cssOf(over ? palette.text : palette.accent);
  context.lineWidth = 1.5;
  context.setLineDash(over ? [4, 3] : []);
  context.beginPath();
  context.moveTo(endX, 0);
  context.lineTo(endX, height);
  context.stroke();
  context.setLineDash([]);
}

function drawRow(context: CanvasRenderingContext2D, { row, y, shape }: PlacedRow, ink: Ink): void {
  const height = barHeight[row.kind];
  const top = y + (rowHeight - height) / 2;
  for (const { piece, x, width } of shape.bars) {
    drawBar(context, ink.brushes[piece.state], x, top, width, height);
  }
  for (const { x, shares } of shape.columns) {
    let bottom = top + height;
    for (const state of stacking) {
      const part = (shares[state] ?? 0) * height;
      if (shares[state] !== undefined) {
        context.globalAlpha = part < 1 ? Math.max(part, 0.35) : 1;
        context.fillStyle = ink.brushes[state].solid;
        context.fillRect(x, bottom - Math.max(part, 1), 1, Math.max(part, 1));
        bottom -= part;
      }
    }
  }
  context.globalAlpha = 1;
  for (const { state, x } of shape.slivers) {
    context.fillStyle = ink.brushes[state].solid;
    context.fillRect(x, top, 1, height);
  }
}

/** Draws one bar; those too narrow for an outline have a stronger ground instead. */
export function drawBar(
  context: CanvasRenderingContext2D,
  brush: Brush,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  if (width < 6) {
    for (const fill of [brush.solid, brush.fill]) {
      context.fillStyle = fill;
      context.fillRect(x, y, width, height);
    }
    return;
  }
  context.beginPath();
  context.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, 3);
  context.fillStyle = brush.fill;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = brush.stroke;
  context.setLineDash([...brush.dash]);
  context.stroke();
  context.setLineDash([]);
}
