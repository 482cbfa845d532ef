import assert from 'node:assert/strict';
import type { Lane } from '../../src/core/trace/trace';
import { describePiece, describeRow, describeWritten } from '../../src/timeline/view/describe';
import { factsOf } from '../../src/timeline/view/model/facts';
import type { Row } from '../../src/timeline/view/model/row';
import { rowsOf } from '../../src/timeline/view/model/rows';
import { toldOf } from '../../src/timeline/view/model/told';
import { outputOf } from '../../src/timeline/view/output';
import { blocking, gather, sequential } from './lecture-traces';
import { lane, trace } from './builders';
import { namesAndEnds } from './traces';

const tree = (rows: readonly Row[]) => rows.map(({ name, depth }) => `${'>'.repeat(depth)}${name}`);
const pieces = (row: Row | undefined) =>
  row?.pieces.map(({ state, start, end, via }) => [state, start, end, via]);

describe('the rows', () => {
  it('put directly awaited calls below their lane, each with what it did', () => {
    const rows = rowsOf(sequential());
    assert.deepEqual(tree(rows), ['event loop', 'main', '>fetch_weather', '>fetch_news', '>fetch_stock']);
    const waits = rows.map((row) => row.pieces.filter(({ state }) => state === 'waiting'));
    assert.deepEqual(
      waits.map((found) => found.map(({ on, via }) => via ?? on)),
      [
        [],
        ['fetch_weather', 'fetch_news', 'fetch_stock'],
        ['asyncio.sleep'],
        ['asyncio.sleep'],
        ['asyncio.sleep'],
      ],
    );
    for (const wait of waits.slice(2).flat()) {
      assert.ok(Math.abs(wait.end - wait.start - 2000) < 5);
    }
  });

  it('put tasks below the one that made them', () => {
    assert.deepEqual(tree(rowsOf(gather())), [
      'event loop',
      'main',
      '>fetch_weather',
      '>fetch_news',
      '>fetch_stock',
    ]);
  });

  it('mix calls and lanes by the time they began', () => {
    const call = (name: string, start: number, end: number | null, depth: number) => ({
      name,
      line: 1,
      start,
      end,
      depth,
    });
    const main = lane(1, 'main', {
      spans: [['running', 0, 100]],
      calls: [call('first', 0, 40, 1), call('inner', 10, 20, 2), call('second', 60, null, 1)],
    });
    const task = lane(2, 'task', { parent: 1, created: 50, spans: [['running', 100, 101]] });
    assert.deepEqual(tree(rowsOf(trace(110, { lanes: [main, task] }))), [
      'event loop',
      'main',
      '>first',
      '>>inner',
      '>task',
      '>second',
    ]);
  });

  it('give calls of one function one row, and overlapping calls a row each', () => {
    const call = (start: number, end: number) => ({ name: 'fetch', line: 3, start, end, depth: 1 });
    const repeated = lane(1, 'main', {
      spans: [['waiting', 0, 30, 'sleep']],
      calls: [call(0, 10), call(10, 20), call(20, 30)],
    });
    const rows = rowsOf(trace(30, { lanes: [repeated] }));
    assert.deepEqual(tree(rows), ['event loop', 'main', '>fetch']);
    assert.deepEqual(pieces(rows[2]), [
      ['waiting', 0, 10, undefined],
      ['waiting', 10, 20, undefined],
      ['waiting', 20, 30, undefined],
    ]);
    const overlapping = { ...repeated, calls: [call(0, 20), call(10, 30)] };
    assert.deepEqual(tree(rowsOf(trace(30, { lanes: [overlapping] }))), [
      'event loop',
      'main',
      '>fetch',
      '>fetch',
    ]);
  });

  it('lose no lane to a parent that is unknown, later or the lane itself', () => {
    const child = (id: number, parent: number): Lane =>
      lane(id, `lane ${id}`, { parent, spans: [['running', id, id + 1]] });
    const rows = rowsOf(trace(10, { lanes: [child(1, 2), child(2, 1), child(3, 3), child(4, 99)] }));
    assert.deepEqual(tree(rows), ['event loop', 'lane 1', '>lane 2', 'lane 3', 'lane 4']);
  });

  it('nest ten thousand deep', () => {
    const lanes = Array.from({ length: 10_000 }, (_, index) =>
      lane(index + 1, 'deep', { parent: index === 0 ? null : index, spans: [] }),
    );
    assert.equal(rowsOf(trace(1, { lanes })).length, 10_001);
  });

  it('show the loop blocked where a lane keeps it', () => {
    const lanes = [
      lane(1, 'a', {
        spans: [
          ['running', 0, 10],
          ['blocked', 10, 70, 'time.sleep'],
          ['running', 70, 80],
        ],
      }),
    ];
    const [loop] = rowsOf(
      trace(100, {
        lanes,
        loop: [
          ['busy', 0, 80],
          ['idle', 80, 100],
        ],
      }),
    );
    assert.deepEqual(pieces(loop), [
      ['busy', 0, 10, undefined],
      ['blocked', 10, 70, 'a'],
      ['busy', 70, 80, undefined],
      ['idle', 80, 100, undefined],
    ]);
  });

  it('show one blocked stretch across two busy ones only where the loop was busy', () => {
    const lanes = [lane(1, 'a', { spans: [['blocked', 5, 25, 'input']] })];
    const [loop] = rowsOf(
      trace(30, {
        lanes,
        loop: [
          ['busy', 0, 10],
          ['idle', 10, 20],
          ['busy', 20, 30],
        ],
      }),
    );
    assert.deepEqual(pieces(loop), [
      ['busy', 0, 5, undefined],
      ['blocked', 5, 10, 'a'],
      ['idle', 10, 20, undefined],
      ['blocked', 20, 25, 'a'],
      ['busy', 25, 30, undefined],
    ]);
  });
});

describe('the sums', () => {
  it('count each moment of blocking once', () => {
    const { blocked, idle, lanes, hasLoop } = factsOf(blocking());
    assert.ok(Math.abs(blocked - 6000) < 10);
    assert.ok(idle < 1);
    assert.deepEqual([lanes, hasLoop], [4, true]);
    assert.equal(factsOf(trace(5, {})).hasLoop, false);
  });

  it('leave a long start-up out of the first view', () => {
    const task = lane(1, 'main', { spans: [['running', 100, 106]] });
    assert.deepEqual(toldOf(trace(120, { lanes: [task], loop: [['busy', 100, 106]] })), {
      start: 100,
      end: 106,
    });
    assert.deepEqual(toldOf(trace(3020, { lanes: [task], loop: [['busy', 10, 3010]] })), {
      start: 0,
      end: 3010,
    });
    assert.deepEqual(toldOf(trace(50, {})), { start: 0, end: 50 });
  });
});

describe('the words', () => {
  it('say what a span waits for, when, how long and where', () => {
    const [, main, weather] = rowsOf(sequential());
    const wait = main?.pieces.find(({ state }) => state === 'waiting');
    assert.ok(main !== undefined && weather !== undefined && wait !== undefined);
    assert.deepEqual(describePiece(main, wait), [
      'waiting for fetch_weather (asyncio.sleep)',
      '22.0 ms to 2.022 s, 2.00 s',
      'line 6',
    ]);
    assert.match(describeRow(main), /^main, line 17, done at 6\.028 s, \d+ spans$/);
    assert.equal(describeRow(weather).startsWith('call fetch_weather, line 5'), true);
  });

  it('say of a span what was written while it lasted', () => {
    const [, weather] = rowsOf(namesAndEnds()).filter(({ kind }) => kind === 'lane');
    assert.ok(weather !== undefined);
    const written = weather.pieces.map((piece) => describeWritten(weather, piece));
    assert.deepEqual(written, [[], ['output at 100 ms', 'first\nsecond'], []]);
  });

  it('split output into lines and tell errors apart', () => {
    assert.deepEqual(
      outputOf(namesAndEnds(), rowsOf(namesAndEnds())).map(({ text, isError }) => [text, isError]),
      [
        ['first', false],
        ['second', false],
        ['⚠ the pot boils over', true],
        ['<b>not bold</b>', false],
      ],
    );
  });
});
