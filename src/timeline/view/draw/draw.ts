import type { Place } from '../../protocol';
import { badgeX } from '../layout/hit';
import { isAt } from '../place';
import { captionHeight, rowHeight } from '../layout/heights';
import { barHeight, type Picture, type PlacedRow } from '../layout/picture';
import type { Ticks } from '../layout/ticks';
import { drawArea } from './area';
import { drawArrows } from './arrows';
import { cssOf, faded } from './colour';
import { drawColumns } from './columns';
import { drawBadge, drawMark, drawOutcome, drawSign } from './glyphs';
import type { Palette } from './palette';
import type { Brush, Brushes } from './patterns';
import type { Pen } from './pen';

/** What a drawing needs beside the picture itself. */
export interface Ink {
  readonly palette: Palette;
  readonly brushes: Brushes;
}

/** What a line through all rows stands for. */
export type GuideKind = 'now' | 'end' | 'better-end' | 'said';

/** Things drawn over or under the rows. Pixels from the plot's left edge. */
export interface Overlay {
  readonly ticks: Ticks;
  readonly guides: readonly { readonly x: number; readonly kind: GuideKind }[];
  /** Row under the pointer or with the focus. */
  readonly highlight: number | null;
  /** Line of the program whose spans light up. */
  readonly lit: Place | null;
  /** Where the replay is; what comes after is faint. */
  readonly moment: number | null;
  /** The part that is being marked to be zoomed to. */
  readonly box: readonly [number, number] | null;
}

/** Draws the rows in view with a pen on an empty ground of this size in CSS pixels. */
export function drawPicture(
  pen: Pen,
  size: { readonly width: number; readonly height: number },
  picture: Picture,
  overlay: Overlay,
  ink: Ink,
): void {
  const { palette } = ink;
  pen.fillStyle = cssOf(palette.grid);
  for (const { x } of overlay.ticks.ticks) {
    pen.fillRect(Math.round(x), 0, 1, size.height);
  }
  for (const placed of picture.rows) {
    if (placed.index === overlay.highlight) {
      pen.fillStyle = cssOf(faded(palette.text, 0.07));
      pen.fillRect(0, placed.y, size.width, placed.height);
    }
    drawRow(pen, placed, ink);
  }
  drawLit(pen, picture, overlay.lit, palette);
  drawArrows(pen, picture.arrows, overlay.highlight, palette);
  for (const placed of picture.rows) {
    drawSigns(pen, placed, size.width, palette);
  }
  drawGuides(pen, size.height, overlay, palette);
  drawVeils(pen, size, overlay, palette);
}

function drawSigns(pen: Pen, { signs, badges, marks, end, y }: PlacedRow, width: number, palette: Palette) {
  for (const { x, kind } of signs) {
    drawSign(pen, palette, kind, x, y + 4);
  }
  for (const mark of marks) {
    drawMark(pen, palette, mark.kind, mark.x, y + rowHeight + captionHeight / 2 - 3);
  }
  if (end !== null) {
    drawOutcome(pen, palette, end.outcome, Math.min(end.x + 10, width - 7), y + rowHeight / 2);
  }
  for (const badge of badges) {
    drawBadge(pen, palette, badge.spot.kind, badge.spot.finding + 1, badgeX(badge), y + rowHeight / 2);
  }
}

const guideInk: Readonly<Record<GuideKind, readonly ['text' | 'accent' | 'running', readonly number[]]>> = {
  now: ['accent', []],
  end: ['text', [4, 3]],
  'better-end': ['running', [4, 3]],
  said: ['accent', [2, 3]],
};

function drawGuides(pen: Pen, height: number, { guides }: Overlay, palette: Palette): void {
  for (const { x, kind } of guides) {
    const [colour, dash] = guideInk[kind];
    pen.strokeStyle = cssOf(palette[colour]);
    pen.lineWidth = 1.5;
    pen.setLineDash([...dash]);
    pen.beginPath();
    pen.moveTo(x, 0);
    pen.lineTo(x, height);
    pen.stroke();
    pen.setLineDash([]);
  }
}

function drawVeils(
  pen: Pen,
  { width, height }: { readonly width: number; readonly height: number },
  { moment, box }: Overlay,
  palette: Palette,
): void {
  if (moment !== null && moment <= width) {
    const x = Math.max(moment, 0);
    pen.fillStyle = cssOf(faded(palette.ground, 0.72));
    pen.fillRect(x, 0, width - x, height);
    pen.fillStyle = cssOf(palette.accent);
    pen.fillRect(x - 1, 0, 2, height);
  }
  if (box !== null) {
    const [from, to] = box;
    pen.fillStyle = cssOf(faded(palette.link, 0.22));
    pen.fillRect(from, 0, to - from, height);
    pen.fillStyle = cssOf(palette.link);
    pen.fillRect(from, 0, 1, height);
    pen.fillRect(to - 1, 0, 1, height);
  }
}

function drawRow(pen: Pen, { row, y, shape, area }: PlacedRow, ink: Ink): void {
  const height = barHeight[row.kind];
  const top = y + (rowHeight - height) / 2;
  drawArea(pen, ink.palette, area, top, height);
  for (const { piece, x, width } of shape.bars) {
    drawBar(pen, ink.brushes[piece.state], x, top, width, height);
  }
  drawColumns(pen, shape.columns, top + height, height, ink.brushes);
  for (const { state, x } of shape.slivers) {
    pen.fillStyle = ink.brushes[state].solid;
    pen.fillRect(x, top, 1, height);
  }
}

/** Frames the spans of the line that the learner's cursor is on. */
function drawLit(pen: Pen, { rows }: Picture, lit: Place | null, palette: Palette): void {
  if (lit === null) {
    return;
  }
  for (const { row, y, shape } of rows) {
    const height = barHeight[row.kind] + 4;
    for (const { x, width } of shape.bars.filter(({ piece }) => isAt(piece, lit))) {
      for (const [lineWidth, colour] of [
        [4, palette.ground],
        [2, palette.text],
      ] as const) {
        pen.lineWidth = lineWidth;
        pen.strokeStyle = cssOf(colour);
        pen.beginPath();
        pen.roundRect(x - 1, y + (rowHeight - height) / 2, width + 2, height, 4);
        pen.stroke();
      }
      pen.fillStyle = cssOf(faded(palette.text, 0.14));
      pen.fillRect(x, y + 4, width, rowHeight - 8);
    }
  }
}

/** Draws one bar; those too narrow for an outline have a stronger ground instead. */
export function drawBar(pen: Pen, brush: Brush, x: number, y: number, width: number, height: number): void {
  if (width < 6) {
    for (const fill of [brush.solid, brush.fill]) {
      pen.fillStyle = fill;
      pen.fillRect(x, y, width, height);
    }
    return;
  }
  pen.beginPath();
  pen.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, 3);
  pen.fillStyle = brush.fill;
  pen.fill();
  pen.lineWidth = 1;
  pen.strokeStyle = brush.stroke;
  pen.setLineDash([...brush.dash]);
  pen.stroke();
  pen.setLineDash([]);
}
