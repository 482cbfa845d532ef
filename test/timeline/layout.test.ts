import assert from 'node:assert/strict';
import { shapeOf } from '../../src/timeline/view/layout/bars';
import { hitAt } from '../../src/timeline/view/layout/hit';
import { captionHeight, rowHeight } from '../../src/timeline/view/layout/heights';
import { layOut } from '../../src/timeline/view/layout/picture';
import { ticksOf } from '../../src/timeline/view/layout/ticks';
import { fitted, growing, panned, scaleOf, showing, zoomed } from '../../src/timeline/view/layout/window';
import type { Piece } from '../../src/timeline/view/model/row';
import { assertGolden, layoutText, wholeRun } from './golden';
import { blocking, gather, sequential } from './lecture-traces';
import { namesAndEnds, tiny, workers } from './traces';

const piece = (state: Piece['state'], start: number, end: number): Piece => ({
  state,
  start,
  end,
  line: 1,
  on: null,
});

describe('the layout', () => {
  const cases = { sequential, gather, blocking, tiny, 'names-and-ends': namesAndEnds };
  for (const [name, make] of Object.entries(cases)) {
    it(`places ${name} as its golden file says`, () => {
      assertGolden(name, layoutText(make(), 850));
    });
  }

  it('places only the rows in view', () => {
    const trace = workers(1000, 3);
    const run = wholeRun(trace);
    const window = fitted(run.told);
    const { rows } = layOut(run, {
      window,
      width: 800,
      height: 10 * rowHeight,
      scrollTop: 500.5 * rowHeight,
    });
    assert.equal(rows.length, 11);
    assert.equal(rows[0]?.index, 500);
    assert.equal(rows[0].y, -0.5 * rowHeight);
  });
});

describe('narrow spans', () => {
  const scale = scaleOf({ start: 0, end: 6000 }, 850);

  it('shows ten microseconds in six seconds as one sliver', () => {
    const { bars, slivers, columns } = shapeOf(
      [piece('waiting', 0, 3000), piece('running', 3000, 3000.01)],
      scale,
    );
    assert.deepEqual(slivers, [{ state: 'running', x: 425 }]);
    assert.equal(bars.length, 1);
    assert.equal(columns.length, 0);
  });

  it('never lets many of them look like more time than they took', () => {
    const pieces = Array.from({ length: 3000 }, (_, index) => [
      piece('running', index * 2, index * 2 + 0.2),
      piece('waiting', index * 2 + 0.2, index * 2 + 2),
    ]).flat();
    const { slivers, columns } = shapeOf(pieces, scale);
    assert.equal(slivers.length, 0);
    const running = columns.reduce((sum, { shares }) => sum + (shares.running ?? 0), 0);
    assert.ok(Math.abs(running - 85) < 1, `a tenth of 850 columns is running, not ${running}`);
    assert.ok(columns.every(({ shares }) => Object.values(shares).reduce((a, b) => a + b, 0) < 1.0001));
  });

  it('shows regular slivers with gaps by their share too', () => {
    const pieces = Array.from({ length: 200 }, (_, index) => piece('busy', index * 30, index * 30 + 0.01));
    const { slivers, columns } = shapeOf(pieces, scale);
    assert.equal(slivers.length, 0);
    assert.equal(columns.length, 200);
    assert.ok(columns.every(({ shares }) => (shares.busy ?? 1) < 0.01));
  });

  it('prefers a blocking sliver to any other in the same column', () => {
    const pieces = [
      piece('running', 100, 100.1),
      piece('blocked', 100.1, 100.2),
      piece('ready', 100.2, 100.3),
    ];
    assert.deepEqual(shapeOf(pieces, scale).slivers, [{ state: 'blocked', x: 14 }]);
  });

  it('cuts what reaches beyond the window', () => {
    const zoomedIn = scaleOf({ start: 1000, end: 1001 }, 850);
    const [bar, ...others] = shapeOf([piece('waiting', 0, 6000)], zoomedIn).bars;
    assert.equal(others.length, 0);
    assert.deepEqual([bar?.x, bar?.width], [-8, 866]);
  });
});

describe('the axis', () => {
  const steps = (end: number) => {
    const { step, ticks } = ticksOf(scaleOf({ start: 0, end }, 850), 86);
    return { step, count: ticks.length, last: ticks.at(-1)?.time };
  };

  it('ticks at round moments', () => {
    assert.deepEqual(steps(6240), { step: 1000, count: 7, last: 6000 });
    assert.deepEqual(steps(2100), { step: 500, count: 5, last: 2000 });
    assert.deepEqual(steps(6.4), { step: 1, count: 7, last: 6 });
  });

  it('ticks inside a window far from the start', () => {
    const { step, ticks } = ticksOf(scaleOf({ start: 5000.0012, end: 5000.0212 }, 800), 80);
    assert.ok(Math.abs(step - 0.002) < 1e-12);
    assert.ok(ticks.every(({ time }) => time >= 5000.0012 - 1e-6 && time <= 5000.0212));
  });
});

describe('the window', () => {
  const whole = { start: 0, end: 1000 };

  it('zooms around the pointer and stays within the run', () => {
    const near = zoomed(whole, 4, 500, whole);
    assert.deepEqual(near, { start: 375, end: 625 });
    assert.deepEqual(zoomed(near, 0.01, 500, whole), whole);
    const far = zoomed(whole, 1e12, 20, whole);
    assert.ok(far.end - far.start >= 0.0099);
  });

  it('cannot be dragged out of the run', () => {
    assert.deepEqual(panned({ start: 100, end: 300 }, -500, whole), { start: 0, end: 200 });
    assert.deepEqual(panned({ start: 100, end: 300 }, 5000, whole), { start: 800, end: 1000 });
  });

  it('moves only as far as a span needs', () => {
    const view = { start: 100, end: 300 };
    assert.equal(showing(view, { start: 250, end: 900 }, whole), view);
    assert.deepEqual(showing(view, { start: 690, end: 710 }, whole), { start: 600, end: 800 });
  });

  it('grows in steps while a program runs', () => {
    const ends = new Set(Array.from({ length: 600 }, (_, index) => growing(index * 10).end));
    assert.ok(ends.size <= 9, `${ends.size} steps in six seconds`);
    for (let now = 0; now < 100_000; now += 77) {
      assert.ok(growing(now).end > now);
    }
  });
});

describe('the pointer', () => {
  const trace = sequential();
  const run = wholeRun(trace);
  const picture = layOut(run, { window: fitted(run.told), width: 850, height: 400, scrollTop: 0 });
  const row = (index: number) => (picture.rows[index]?.y ?? 1000) + rowHeight / 2;

  it('finds the span under it', () => {
    const hit = hitAt(picture, 200, row(2));
    assert.equal(hit?.placed.row.name, 'fetch_weather');
    assert.equal(hit.piece?.state, 'waiting');
  });

  it('finds a narrow span from a few pixels away', () => {
    const running = picture.rows[2]?.row.pieces[0];
    assert.ok(running?.state === 'running');
    assert.equal(hitAt(picture, picture.scale.x(running.start) + 2, row(2))?.piece?.state, 'running');
  });

  it('finds a mark at the foot of its row', () => {
    const spot = picture.rows[2]?.marks[0];
    assert.ok(spot !== undefined);
    const below = row(2) + rowHeight / 2 + captionHeight / 2;
    assert.equal(hitAt(picture, spot.x + 1, below)?.mark, spot);
    assert.equal(hitAt(picture, spot.x + 40, below)?.mark, spot, 'its caption');
    assert.equal(hitAt(picture, spot.x + 1, row(2))?.mark, null);
  });

  it('finds nothing beside the rows', () => {
    assert.equal(hitAt(picture, 100, row(50)), null);
    assert.equal(hitAt(picture, 700, row(2))?.piece, null);
  });
});
