import type { AreaStep } from '../layout/area';
import { cssOf, faded } from './colour';
import type { Palette } from './palette';
import type { Pen } from './pen';

/** Draws how full something was: steps on a base line, from `top` down over `height` pixels. */
export function drawArea(
  pen: Pen,
  { accent }: Palette,
  steps: readonly AreaStep[],
  top: number,
  height: number,
): void {
  const bottom = top + height;
  steps.forEach(({ x, share }, index) => {
    const next = steps[index + 1];
    const y = bottom - share * (height - 2);
    if (share > 0 && next !== undefined) {
      pen.fillStyle = cssOf(faded(accent, 0.4));
      pen.fillRect(x, y, next.x - x, bottom - y);
    }
    if (next !== undefined) {
      pen.fillStyle = cssOf(accent);
      pen.fillRect(x, y - 0.75, next.x - x, 1.5);
      const nextY = bottom - next.share * (height - 2);
      pen.fillRect(next.x - 0.75, Math.min(y, nextY) - 0.75, 1.5, Math.abs(nextY - y) + 1.5);
    }
  });
}
