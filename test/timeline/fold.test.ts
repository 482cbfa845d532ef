import assert from 'node:assert/strict';
import { indexShowing, unfolded } from '../../src/timeline/view/model/fold';
import { rowsOf } from '../../src/timeline/view/model/rows';
import { spotsOf } from '../../src/timeline/view/model/spots';
import { storyOf } from '../../src/timeline/view/model/story';
import { sumsOf, leap } from '../../src/timeline/view/layout/sums';
import { shapeOf } from '../../src/timeline/view/layout/bars';
import { scaleOf } from '../../src/timeline/view/layout/window';
import { areaSteps } from '../../src/timeline/view/layout/area';
import { blocking, sequential } from './lecture-traces';
import { orders, shared, workers } from './traces';

describe('folding', () => {
  const rows = rowsOf(workers(5, 2));

  it('hides what belongs to a row, and nothing else', () => {
    assert.equal(rows.filter(({ isParent }) => isParent).length, 1);
    const shown = unfolded(rows, new Set(['lane 1']));
    assert.deepEqual(
      shown.map(({ name }) => name),
      ['event loop', 'main'],
    );
    assert.equal(unfolded(rows, new Set()), rows);
    assert.equal(indexShowing(rows, shown, 'lane 4'), 1);
    assert.equal(indexShowing(rows, rows, 'lane 4'), 4);
    assert.equal(indexShowing(rows, rows, 'lane 99'), -1);
  });
});

describe('the places of findings', () => {
  it('are the spans that they are about, each its own', () => {
    const { spots, rows } = storyOf(blocking(), true, blocking().findings);
    const pieces = spots.map(({ row, piece }) => {
      const found = rows.find(({ key }) => key === row);
      return [found?.name, piece === null ? null : found?.pieces[piece]?.state];
    });
    assert.deepEqual(pieces, [
      ['fetch_weather', 'blocked'],
      ['fetch_news', 'blocked'],
      ['fetch_stock', 'blocked'],
    ]);
  });

  it('begin a row of waits at its first', () => {
    const trace = sequential();
    const [spot] = spotsOf(trace.findings, rowsOf(trace));
    assert.ok(spot !== undefined && spot.time < 30);
  });
});

describe('a dense row', () => {
  const pieces = Array.from({ length: 50_000 }, (_, index) => ({
    ...{ line: 1, on: null, start: index * 2, end: index * 2 + 2 },
    state: index % 4 === 0 ? ('running' as const) : ('waiting' as const),
  }));

  it('is summed up as it would be piece by piece', () => {
    const scale = scaleOf({ start: 0, end: 100_000 }, 500);
    const { columns, bars, slivers } = shapeOf(pieces, scale);
    assert.deepEqual([bars.length, slivers.length], [0, 0]);
    assert.equal(columns.length, 500);
    for (const { shares } of columns) {
      assert.ok(Math.abs((shares.running ?? 0) - 0.25) < 0.011, `${shares.running ?? 0}`);
      assert.ok(Math.abs((shares.running ?? 0) + (shares.waiting ?? 0) - 1) < 1e-6);
    }
  });

  it('finds its pieces in leaps', () => {
    for (const [from, time] of [
      [0, 1],
      [0, 2],
      [10, 99_999],
      [49_999, 1e9],
      [3, 8],
    ] as const) {
      const found = pieces.findIndex((piece, index) => index >= from && piece.end > time);
      assert.equal(leap(pieces, from, time), found === -1 ? pieces.length : found);
    }
    assert.equal(sumsOf(pieces), sumsOf(pieces));
  });
});

describe('the area of a queue', () => {
  it('follows its levels, as shares of the most', () => {
    const area = rowsOf(shared()).find(({ kind }) => kind === 'shared')?.area;
    assert.ok(area !== undefined);
    const steps = areaSteps(area, scaleOf({ start: 0, end: 620 }, 620));
    assert.deepEqual(
      steps.map(({ x, share }) => [x, Math.round(share * 3)]),
      [[0, 0], ...orders],
    );
  });
});
