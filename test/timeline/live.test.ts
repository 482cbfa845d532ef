import assert from 'node:assert/strict';
import type { LoopSpan } from '../../src/core/trace/trace';
import { Camera } from '../../src/timeline/view/camera';
import { LiveClock } from '../../src/timeline/view/live-clock';
import { LiveRun } from '../../src/timeline/view/live-run';
import { withOpenIdle } from '../../src/timeline/view/model/open-idle';
import { gatherEvents, sequential, sequentialEvents, traceOf } from './lecture-traces';

describe('the live clock', () => {
  it('goes on between events, from the one that came with the least delay', () => {
    const clock = new LiveClock('real');
    assert.equal(clock.now(1000), null);
    clock.hear([['idle', 100, 90]], 1200);
    assert.equal(clock.now(1300), 200);
    clock.hear([['idle', 300, 90]], 1310);
    assert.equal(clock.now(1400), 390);
    clock.hear([['idle', 310, 90]], 1500);
    assert.equal(clock.now(1500), 490);
  });

  it('stands still between the events of a clock that is not real', () => {
    const clock = new LiveClock('virtual');
    clock.hear([['idle', 5000, 5000]], 100);
    assert.equal(clock.now(900), 5000);
  });
});

describe('a run under way', () => {
  it('lets what is open grow to now, and ends as the whole trace', () => {
    const run = new LiveRun({ name: 'waiting_game.py', language: 'python', clock: 'real', file: null });
    const events = sequentialEvents();
    const first = events.findIndex(([tag]) => tag === 'idle');
    run.add(events.slice(0, first), 100);
    const ends: number[] = [];
    for (const at of [200, 600]) {
      run.refresh(at, false, (trace) => {
        ends.push(trace.lanes[0]?.spans.at(-1)?.end ?? 0);
      });
    }
    assert.equal((ends[1] ?? 0) - (ends[0] ?? 0), 400);
    run.add(events.slice(first), 7000);
    run.refresh(7000, false, (trace) => {
      assert.deepEqual(trace.lanes, sequential().lanes);
    });
  });

  it('shows the loop idle while all wait, before the recorder has told so', () => {
    const run = new LiveRun({ name: 'waiting_game.py', language: 'python', clock: 'real', file: null });
    const events = gatherEvents();
    const firstIdle = events.findIndex(([tag]) => tag === 'idle');
    run.add(events.slice(0, firstIdle), 0);
    let idle: LoopSpan | undefined;
    run.refresh(1000, false, ({ loop }) => {
      idle = loop.at(-1);
    });
    assert.deepEqual(idle, { state: 'idle', start: 24.8, end: 1024.8 });
  });

  it('shows the loop busy while one of them runs', () => {
    const trace = traceOf(gatherEvents().slice(0, 5));
    assert.equal(withOpenIdle(trace), trace);
  });

  it('changes seldom where movement is unwanted', () => {
    const run = new LiveRun({ name: 'waiting_game.py', language: 'python', clock: 'real', file: null });
    run.add(sequentialEvents().slice(0, 4), 0);
    let count = 0;
    for (let at = 0; at < 1000; at += 16) {
      run.refresh(at, true, () => {
        count++;
      });
    }
    assert.equal(count, 2);
  });
});

describe('the camera', () => {
  it('glides to a wider window and jumps where movement is unwanted', () => {
    const camera = new Camera();
    camera.grow(0, 0, false);
    const before = camera.window(0).end;
    camera.grow(4000, 1000, false);
    const [start, middle, end] = [1000, 1100, 2000].map((at) => camera.window(at).end);
    assert.ok(
      start === before && middle !== undefined && end !== undefined && before < middle && middle < end,
    );
    camera.grow(40_000, 3000, true);
    assert.ok(camera.window(3000).end > 40_000);
  });

  it('keeps what somebody zoomed to while the run grows, until they ask for all', () => {
    const camera = new Camera();
    camera.grow(1000, 0, true);
    camera.zoom(4, 100, 0);
    const chosen = camera.window(0);
    camera.grow(9000, 10, true);
    assert.deepEqual(camera.window(20), chosen);
    camera.fit();
    assert.ok(camera.window(20).end > 9000);
  });

  it('lets one go back to a start-up that the first view left out', () => {
    const camera = new Camera();
    camera.settle(120, { start: 100, end: 106 }, 0, true);
    assert.equal(camera.window(0).start, 100);
    camera.zoom(0.001, 103, 0);
    assert.deepEqual(camera.window(0), { start: 0, end: 120 });
  });
});
