import type { Column } from '../layout/bars';
import type { PieceState } from '../words';
import type { Brushes } from './patterns';
import type { Pen } from './pen';

const stacking: readonly PieceState[] = ['blocked', 'running', 'busy', 'ready', 'waiting'];

/** Draws the shares of narrow spans, stacked from the bottom; neighbours that look alike are drawn as one. */
export function drawColumns(
  pen: Pen,
  columns: readonly Column[],
  bottom: number,
  height: number,
  brushes: Brushes,
): void {
  const bottoms = columns.map(() => bottom);
  for (const state of stacking) {
    pen.fillStyle = brushes[state].solid;
    let open: { x: number; y: number; width: number; height: number; alpha: number } | null = null;
    const close = () => {
      if (open !== null) {
        pen.globalAlpha = open.alpha;
        pen.fillRect(open.x, open.y, open.width, open.height);
      }
    };
    columns.forEach(({ x, shares }, index) => {
      const share = shares[state];
      if (share === undefined) {
        return;
      }
      const part = Math.round(share * height * 2) / 2;
      const tall = Math.max(part, 1);
      const y = (bottoms[index] ?? bottom) - tall;
      const alpha = part < 1 ? Math.max(part, 0.35) : 1;
      bottoms[index] = (bottoms[index] ?? bottom) - part;
      if (
        open !== null &&
        open.x + open.width === x &&
        open.y === y &&
        open.height === tall &&
        open.alpha === alpha
      ) {
        open.width++;
      } else {
        close();
        open = { x, y, width: 1, height: tall, alpha };
      }
    });
    close();
  }
  pen.globalAlpha = 1;
}
