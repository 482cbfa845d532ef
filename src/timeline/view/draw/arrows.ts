import type { Arrow } from '../layout/arrows';
import { cssOf, mixed } from './colour';
import type { Palette } from './palette';
import type { Pen } from './pen';

/** From a row's middle to the edge of its bar, and the size of an arrow's head, in pixels. */
const half = 9;
const head = 3.5;
/** Arrows stand beside the very first pixel of a wait: what begins there stays visible. */
const aside = 4;

/** Draws the arrows; those from and to the row at `highlight` stand out. */
export function drawArrows(
  pen: Pen,
  arrows: readonly Arrow[],
  highlight: number | null,
  palette: Palette,
): void {
  const isMeant = ({ from, to }: Arrow) =>
    highlight !== null && (from === highlight || to.includes(highlight));
  for (const arrow of arrows.toSorted((a, b) => Number(isMeant(a)) - Number(isMeant(b)))) {
    const colour = isMeant(arrow) ? palette.text : mixed(palette.ground, palette.text, 0.55);
    drawArrow(pen, arrow, cssOf(palette.ground), 3.5);
    drawArrow(pen, arrow, cssOf(colour), isMeant(arrow) ? 1.6 : 1);
  }
}

function drawArrow(pen: Pen, { x, fromY, toYs }: Arrow, style: string, width: number): void {
  const at = x + aside;
  const [highest, lowest] = [Math.min(...toYs), Math.max(...toYs)];
  pen.strokeStyle = style;
  pen.lineWidth = width;
  pen.beginPath();
  if (lowest > fromY) {
    pen.moveTo(at, fromY + half);
    pen.lineTo(at, lowest - half);
  }
  if (highest < fromY) {
    pen.moveTo(at, fromY - half);
    pen.lineTo(at, highest + half);
  }
  for (const y of toYs) {
    const tip = y > fromY ? y - half : y + half;
    const back = y > fromY ? tip - head : tip + head;
    pen.moveTo(at - head, back);
    pen.lineTo(at, tip);
    pen.lineTo(at + head, back);
  }
  pen.stroke();
}
