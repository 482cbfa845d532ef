import assert from 'node:assert/strict';
import type { TraceEvent } from '../../../src/core/trace/events';
import { assemble, named, shown } from './samples';

describe('telling blocking from running', () => {
  it('cuts a blocking call out of what ran, and leaves the rest running', () => {
    const trace = assemble([
      ['loop', 0, 'begin'],
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
      ['block', 2003, 1, 4, 'time.sleep', 2000],
      ['end', 2004, 1, 'done', null],
      ['loop', 2004, 'end'],
    ]);
    assert.deepEqual(shown(trace.lanes[0]), [
      'running 0-3 line 2',
      'blocked 3-2003 line 4 on time.sleep',
      'running 2003-2004 line 2',
    ]);
    assert.deepEqual(trace.loop, [{ state: 'busy', start: 0, end: 2004 }]);
  });

  it('calls a long stretch without a pause blocked, and names the call that filled most of it', () => {
    const events: TraceEvent[] = [
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
    ];
    for (let time = 10; time <= 100; time += 10) {
      events.push(['block', time, 1, 7, 'open', 9]);
    }
    events.push(['wait', 100, 1, 8, 'asyncio.sleep', []], ['run', 200, 1, 8], ['end', 249, 1, 'done', null]);
    assert.deepEqual(shown(assemble(events).lanes[0]), [
      'blocked 0-100 line 7 on open',
      'waiting 100-200 line 8 on asyncio.sleep',
      'running 200-249 line 8',
    ]);
  });

  it('shows blocking calls of a program without a loop in its own lane', () => {
    const trace = assemble([
      ['lane', 0, 1, null, 'program', 'program', null],
      ['run', 0, 1, 1],
      ['block', 2001, 1, 5, 'time.sleep', 2000],
      ['exit', 2002],
    ]);
    assert.deepEqual(shown(trace.lanes[0]), [
      'running 0-1 line 1',
      'blocked 1-2001 line 5 on time.sleep',
      'running 2001-2002 line 1',
    ]);
    assert.deepEqual(trace.loop, []);
    assert.deepEqual(trace.findings, []);
  });

  it('lets a thread wait where the loop would be blocked', () => {
    const trace = assemble([
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
      ['lane', 1, 2, 1, 'work', 'thread', 8],
      ['wait', 2, 1, 3, 'asyncio.to_thread', [2]],
      ['run', 2, 2, 8],
      ['block', 1002, 2, 9, 'time.sleep', 1000],
      ['end', 1002, 2, 'done', null],
      ['run', 1003, 1, 3],
      ['end', 1004, 1, 'done', null],
    ]);
    assert.deepEqual(shown(named(trace, 'work')), ['ready 1-2', 'waiting 2-1002 line 9 on time.sleep']);
    assert.equal(
      named(trace, 'main')?.spans.some((span) => span.state === 'blocked'),
      false,
    );
  });

  it('does not call it blocked when the loop was given back in between', () => {
    const trace = assemble([
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
      ['wait', 40, 1, 3, 'asyncio.sleep', []],
      ['run', 40.1, 1, 3],
      ['end', 80, 1, 'done', null],
    ]);
    assert.deepEqual(
      trace.lanes[0]?.spans.map(({ state }) => state),
      ['running', 'waiting', 'running'],
    );
  });

  it('leaves calculating in a program without a loop running', () => {
    const trace = assemble([
      ['lane', 0, 1, null, 'demo.py', 'program', 1],
      ['run', 0, 1, 1],
      ['exit', 900],
    ]);
    assert.deepEqual(shown(trace.lanes[0]), ['running 0-900 line 1']);
  });
});
