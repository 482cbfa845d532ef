import assert from 'node:assert/strict';
import { compare } from '../../../src/core/trace/compare';
import { criticalPath } from '../../../src/core/trace/compare/critical-path';
import { overlapOf } from '../../../src/core/trace/compare/overlap';
import type { TraceEvent } from '../../../src/core/trace/events';
import type { Trace } from '../../../src/core/trace/trace';
import { assemble, gathered, sequential } from './samples';

const oneByOne = assemble(sequential);
const together = assemble(gathered(false));
const blocking = assemble(gathered(true));

/** A critical path, one line of text a step. */
const told = (trace: Trace) =>
  criticalPath(trace).map(({ lane, state, start, end, on }) => {
    const name = trace.lanes.find(({ id }) => id === lane)?.name ?? '';
    return `${name} ${state} ${start}-${end}${on === null ? '' : ` on ${on}`}`;
  });

describe('the critical path', () => {
  it('of waits one after another is all of them', () => {
    assert.deepEqual(told(oneByOne), [
      'main waiting 20-2020 on asyncio.sleep',
      'main waiting 2020-4020 on asyncio.sleep',
      'main waiting 4020-6020 on asyncio.sleep',
    ]);
  });

  it('goes through the lane that a wait was for, and back to the one that made it', () => {
    const trace = assemble([
      ['loop', 0, 'begin'],
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
      ['lane', 10, 2, 1, 'quick', 'task', 5],
      ['lane', 10, 3, 1, 'slow', 'task', 8],
      ['wait', 10, 1, 3, 'asyncio.gather', [2, 3]],
      ['run', 10, 2, 5],
      ['wait', 11, 2, 6, 'asyncio.sleep', []],
      ['run', 12, 3, 8],
      ['wait', 14, 3, 9, 'asyncio.sleep', []],
      ['run', 50, 2, 6],
      ['end', 51, 2, 'done', null],
      ['run', 90, 3, 9],
      ['end', 95, 3, 'done', null],
      ['run', 96, 1, 3],
      ['end', 100, 1, 'done', null],
      ['exit', 100],
    ]);
    assert.deepEqual(told(trace), [
      'main running 0-10',
      'quick running 10-11',
      'slow ready 11-12',
      'slow running 12-14',
      'slow waiting 14-90 on asyncio.sleep',
      'slow running 90-95',
      'main waiting 95-96 on asyncio.gather',
      'main running 96-100',
    ]);
  });

  it('goes through whoever had the loop while a lane was ready', () => {
    assert.deepEqual(told(blocking), [
      'fetch_weather blocked 20-2020 on time.sleep',
      'fetch_news blocked 2020-4020 on time.sleep',
      'fetch_stock blocked 4020-6020 on time.sleep',
    ]);
  });

  it('ends when lanes wait for each other', () => {
    const trace = assemble([
      ['lane', 0, 1, null, 'a', 'task', 1],
      ['lane', 0, 2, null, 'b', 'task', 1],
      ['run', 0, 1, 1],
      ['wait', 1, 1, 2, 'b', [2]],
      ['run', 1, 2, 1],
      ['wait', 2, 2, 2, 'a', [1]],
      ['exit', 50],
    ]);
    assert.deepEqual(told(trace), ['a running 0-1', 'a waiting 1-50 on b']);
  });

  it('of a run without lanes is empty', () => {
    assert.deepEqual(criticalPath(assemble([['exit', 5]])), []);
  });
});

describe('what overlaps', () => {
  it('is counted once a moment, without the lane that waits for the others', () => {
    assert.deepEqual(overlapOf(together), {
      together: 2000,
      most: 3,
      names: ['fetch_weather', 'fetch_news', 'fetch_stock'],
    });
    assert.deepEqual(overlapOf(oneByOne), { together: 0, most: 1, names: ['main'] });
    assert.deepEqual(overlapOf(blocking), { together: 0, most: 0, names: [] });
  });

  it('is not what only touches', () => {
    const events: readonly TraceEvent[] = [1, 2].flatMap((id): readonly TraceEvent[] => [
      ['lane', id * 100, id, null, 'worker', 'task', 1],
      ['run', id * 100, id, 1],
      ['wait', id * 100, id, 2, 'asyncio.sleep', []],
      ['run', id * 100 + 100, id, 2],
      ['end', id * 100 + 100, id, 'done', null],
    ]);
    assert.deepEqual(overlapOf(assemble(events)), { together: 0, most: 1, names: ['worker'] });
  });
});

describe('comparing two runs', () => {
  it('says how much faster waiting together is, and why', () => {
    const { first, second, savedMs, sentences } = compare(oneByOne, together);
    assert.deepEqual(
      [first, second].map(({ wall, busy, idle, blocked, lanes }) => ({ wall, busy, idle, blocked, lanes })),
      [
        { wall: 6000, busy: 0, idle: 6000, blocked: 0, lanes: 1 },
        { wall: 2000, busy: 0, idle: 2000, blocked: 0, lanes: 4 },
      ],
    );
    assert.equal(savedMs, 4000);
    assert.deepEqual(sentences, [
      'The second took 2.0 s and the first 6.0 s: 3.0 times as fast.',
      'The first waited for one thing at a time; the second had up to three waits at once (`fetch_weather`, `fetch_news` and `fetch_stock`).',
      'The longest step of the second: `fetch_weather` waits for `asyncio.sleep` (line 3), 2.0 s.',
    ]);
  });

  it('says what blocked in the one and not in the other', () => {
    assert.deepEqual(compare(together, blocking).sentences.slice(0, 2), [
      'The second took 6.0 s and the first 2.0 s: 3.0 times as long.',
      'The first was not blocked, the second blocked for 6.0 s.',
    ]);
  });

  it('finds nothing between a run and itself', () => {
    assert.deepEqual(compare(blocking, blocking).sentences, [
      'Both took about 6.0 s.',
      'The longest step of the second: `fetch_weather` blocks in `time.sleep` (line 3), 2.0 s.',
    ]);
  });
});
