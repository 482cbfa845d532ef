import assert from 'node:assert/strict';
import { captionsOf } from '../../src/timeline/view/layout/captions';
import { rowHeight, rowsBetween, topsOf } from '../../src/timeline/view/layout/heights';
import { markSpots } from '../../src/timeline/view/layout/marks';
import { scaleOf } from '../../src/timeline/view/layout/window';
import { rowsOf } from '../../src/timeline/view/model/rows';
import { sequential } from './lecture-traces';

const scale = scaleOf({ start: 0, end: 1000 }, 1000);
const captions = (...written: readonly (readonly [time: number, text: string])[]) =>
  captionsOf(
    markSpots(
      written.map(([time, text]) => ({ time, text, lane: 1, kind: 'output' })),
      scale,
    ),
    scale.width,
  );
const extent = ({ x, width, side }: ReturnType<typeof captions>[number]) =>
  side === 'left' ? [x - width, x] : [x, x + width];

describe('what was written, below the lanes', () => {
  it('stands right of its mark, left of one at the end, and is left out where there is no room', () => {
    assert.deepEqual(
      captions([100, 'tea is ready\n'], [990, 'good night\n']).map(({ text, side }) => [text, side]),
      [
        ['tea is ready', 'right'],
        ['good night', 'left'],
      ],
    );
    assert.deepEqual(
      captions([500, 'a long line\n'], [510, 'and another\n'], [520, 'and the last\n']).map(
        ({ side }) => side,
      ),
      ['left', 'right'],
    );
  });

  it('never overlaps', () => {
    for (const gap of [6, 11, 23, 40, 90, 200]) {
      const written = Array.from({ length: 5 }, (_, index) => [50 + index * gap, `line ${index}`] as const);
      const extents = captions(...written).map(extent);
      extents.slice(1).forEach(([from = 0], index) => {
        assert.ok(from >= (extents[index]?.[1] ?? 0), `${gap} apart: ${extents.join(' | ')}`);
      });
    }
  });

  it('is said by the call that wrote it, and makes its row taller', () => {
    const rows = rowsOf(sequential());
    assert.deepEqual(
      rows.map(({ name, marks }) => [name, ...marks.map(({ text }) => text.trim())]),
      [
        ['event loop'],
        ['main'],
        ...['fetch_weather', 'fetch_news', 'fetch_stock'].map((name) => [
          name,
          `${name}: asking`,
          `${name}: here`,
        ]),
      ],
    );
    const tops = topsOf(rows);
    assert.ok((tops[3] ?? 0) - (tops[2] ?? 0) > rowHeight);
    assert.deepEqual(rowsBetween(tops, 1, rows.length, rowHeight, (tops[3] ?? 0) + 1), [1, 4]);
  });
});
