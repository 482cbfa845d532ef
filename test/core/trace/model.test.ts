import assert from 'node:assert/strict';
import type { TraceEvent } from '../../../src/core/trace/events';
import { assemble, named, shown } from './samples';

describe('assembling a trace', () => {
  it('gives a task its states from creation to end', () => {
    const trace = assemble([
      ['loop', 0, 'begin'],
      ['lane', 1, 1, null, 'main', 'task', 3],
      ['run', 2, 1, 4],
      ['wait', 3, 1, 5, 'asyncio.sleep', []],
      ['wake', 100, 1],
      ['run', 110, 1, 5],
      ['end', 111, 1, 'done', null],
      ['loop', 112, 'end'],
      ['exit', 113],
    ]);
    assert.deepEqual(shown(trace.lanes[0]), [
      'ready 1-2',
      'running 2-3 line 4',
      'waiting 3-100 line 5 on asyncio.sleep',
      'ready 100-110',
      'running 110-111 line 5',
    ]);
    assert.equal(trace.lanes[0]?.outcome, 'done');
    assert.equal(trace.duration, 113);
  });

  it('keeps a wait whole when the lane ran within a millisecond of being woken', () => {
    const trace = assemble([
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 1],
      ['wait', 1, 1, 2, 'event', []],
      ['run', 50.5, 1, 2],
      ['end', 51, 1, 'done', null],
    ]);
    const woken = assemble([
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 1],
      ['wait', 1, 1, 2, 'event', []],
      ['wake', 50, 1],
      ['run', 50.5, 1, 2],
      ['end', 51, 1, 'done', null],
    ]);
    assert.deepEqual(shown(woken.lanes[0]), shown(trace.lanes[0]));
  });

  it('tells waits apart that follow each other at once, as on a virtual clock', () => {
    const trace = assemble([
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 1],
      ['wait', 0, 1, 2, 'asyncio.sleep', []],
      ['run', 2000, 1, 2],
      ['wait', 2000, 1, 2, 'asyncio.sleep', []],
      ['run', 4000, 1, 2],
      ['end', 4000, 1, 'done', null],
    ]);
    assert.deepEqual(shown(trace.lanes[0]), [
      'waiting 0-2000 line 2 on asyncio.sleep',
      'waiting 2000-4000 line 2 on asyncio.sleep',
    ]);
  });

  it('makes a lane ready while one it called runs', () => {
    const trace = assemble([
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
      ['lane', 1, 2, 1, 'work', 'call', 8],
      ['run', 1, 2, 9],
      ['wait', 11, 2, 10, 'timer', []],
      ['wait', 12, 1, 3, 'work', [2]],
      ['exit', 20],
    ]);
    assert.deepEqual(shown(named(trace, 'main')), [
      'running 0-1 line 2',
      'ready 1-11',
      'running 11-12 line 2',
      'waiting 12-20 line 3 on work',
    ]);
    assert.deepEqual(named(trace, 'main')?.spans.at(-1)?.lanes, [2]);
  });

  it('folds calls that are awaited directly into their lane, without a break', () => {
    const trace = assemble([
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
      ['lane', 1, 2, 1, 'outer', 'call', 8],
      ['run', 1, 2, 9],
      ['lane', 2, 3, 2, 'inner', 'call', 20],
      ['run', 2, 3, 21],
      ['wait', 3, 3, 22, 'timer', []],
      ['nest', 3, 3, 2],
      ['wait', 3, 2, 10, 'inner', [3]],
      ['nest', 3, 2, 1],
      ['wait', 3, 1, 3, 'outer', [2]],
      ['run', 100, 3, 22],
      ['end', 101, 3, 'done', null],
      ['run', 101.2, 2, 10],
      ['end', 102, 2, 'done', null],
      ['run', 102.1, 1, 3],
      ['end', 103, 1, 'done', null],
    ]);
    assert.equal(trace.lanes.length, 1);
    assert.deepEqual(shown(trace.lanes[0]), [
      'running 0-1 line 2',
      'running 1-2 line 9',
      'running 2-3 line 21',
      'waiting 3-100 line 22 on timer',
      'running 100-101 line 22',
      'running 101-102 line 10',
      'running 102-103 line 3',
    ]);
    assert.deepEqual(trace.lanes[0]?.calls, [
      { name: 'outer', line: 8, start: 1, end: 102, depth: 1 },
      { name: 'inner', line: 20, start: 2, end: 101, depth: 2 },
    ]);
  });

  it('accounts for every moment between a loop’s begin and end, and leaves out what lies between loops', () => {
    const trace = assemble([
      ['loop', 10, 'begin'],
      ['idle', 30, 15],
      ['loop', 40, 'end'],
      ['loop', 60, 'begin'],
      ['idle', 90, 20],
      ['idle', 95, 5],
      ['loop', 100, 'end'],
    ]);
    assert.deepEqual(
      trace.loop.map(({ state, start, end }) => `${state} ${start}-${end}`),
      ['busy 10-15', 'idle 15-30', 'busy 30-40', 'busy 60-70', 'idle 70-95', 'busy 95-100'],
    );
  });

  it('leaves out a program lane that only starts the loop', () => {
    const events: readonly TraceEvent[] = [
      ['lane', 0, 1, null, 'program', 'program', null],
      ['run', 0, 1, 1],
      ['loop', 5, 'begin'],
      ['lane', 5, 2, 1, 'main', 'task', 1],
      ['run', 5, 2, 2],
      ['end', 6, 2, 'done', null],
      ['loop', 6, 'end'],
    ];
    const quiet = assemble([...events, ['exit', 7]]);
    assert.deepEqual(
      quiet.lanes.map(({ name, parent }) => [name, parent]),
      [['main', null]],
    );
    const printing = assemble([...events, ['out', 6.5, 1, 'stdout', 'bye\n'], ['exit', 7]]);
    assert.deepEqual(
      printing.lanes.map(({ name, parent }) => [name, parent]),
      [
        ['program', null],
        ['main', 1],
      ],
    );
    assert.deepEqual(shown(named(printing, 'program')), [
      'running 0-5 line 1',
      'waiting 5-6 line 1 on asyncio.run',
      'running 6-7 line 1',
    ]);
  });

  it('keeps what never ended pending, to the end of the run', () => {
    const trace = assemble([
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
      ['wait', 1, 1, 3, 'event', []],
      ['exit', 80],
    ]);
    assert.deepEqual(
      trace.lanes.map(({ outcome, ended }) => [outcome, ended]),
      [['pending', null]],
    );
    assert.equal(trace.lanes[0]?.spans.at(-1)?.end, 80);
    assert.deepEqual(
      trace.findings.map(({ kind, message }) => [kind, message]),
      [
        [
          'never-finished',
          '`main` never finished: it still waited for `event` (line 3) when the program ended.',
        ],
      ],
    );
  });

  it('joins a line that was printed in pieces and puts it on the lane that shows it', () => {
    const trace = assemble([
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
      ['lane', 1, 2, 1, 'fetch', 'call', 5],
      ['run', 1, 2, 6],
      ['nest', 1, 2, 1],
      ['out', 2, 2, 'stdout', 'hello'],
      ['out', 2.1, 2, 'stdout', '\n'],
      ['out', 3, 2, 'stdout', 'again\n'],
      ['cancel', 4, 1, null],
    ]);
    assert.deepEqual(trace.marks, [
      { time: 2, lane: 1, kind: 'output', text: 'hello\n' },
      { time: 3, lane: 1, kind: 'output', text: 'again\n' },
      { time: 4, lane: 1, kind: 'cancel', text: 'cancelled' },
    ]);
  });
});
