import assert from 'node:assert/strict';
import type { TraceEvent } from '../../../src/core/trace/events';
import { TraceAssembler } from '../../../src/core/trace/model';
import { assemble, shown, start } from './samples';

describe('streams that are cut, looked at on the way, or wrong', () => {
  it('shows a program that was stopped up to where it was stopped', () => {
    const assembler = new TraceAssembler({ language: 'python', file: 'demo.py', clock: 'real' });
    assembler.add([start, ['lane', 0, 1, null, 'main', 'task', 1], ['run', 1, 1, 2]]);
    const trace = assembler.finish({ exit: { code: null, reason: 'timeout' }, wallMs: 2000 });
    assert.deepEqual(shown(trace.lanes[0]), ['ready 0-1', 'blocked 1-2000 line 2']);
  });

  it('ends a trace whose events were dropped with the last that is left', () => {
    const assembler = new TraceAssembler({ language: 'python', file: 'demo.py', clock: 'real' });
    assembler.add([start, ['lane', 0, 1, null, 'main', 'task', 1], ['run', 1, 1, 2], ['mark', 9, 1, 'here']]);
    const trace = assembler.finish({
      exit: { code: null, reason: 'timeout' },
      wallMs: 2000,
      traceCut: true,
    });
    assert.equal(trace.duration, 9);
  });

  it('leaves out events that contradict what came before', () => {
    const sound: readonly TraceEvent[] = [
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 1, 1, 2],
      ['end', 5, 1, 'done', null],
      ['exit', 6],
    ];
    const [created, run, ended, exit] = sound as [TraceEvent, TraceEvent, TraceEvent, TraceEvent];
    const trace = assemble([
      ['run', 0, 99, 1],
      created,
      ['lane', 0, 1, null, 'twin', 'task', 7],
      run,
      ['nest', 1, 1, 1],
      ['nest', 1, 42, 1],
      ended,
      ['end', 5.5, 1, 'failed', 'again'],
      ['run', 5.6, 1, 9],
      exit,
      ['mark', 8, 1, 'after the end'],
    ]);
    assert.deepEqual(trace.lanes, assemble(sound).lanes);
    assert.equal(trace.duration, 6);
    assert.deepEqual(trace.marks, []);
  });

  it('gives the same at the end whether it was looked at on the way or not', () => {
    const events: readonly TraceEvent[] = [
      ['loop', 0, 'begin'],
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
      ['lane', 1, 2, 1, 'fetch', 'call', 5],
      ['run', 1, 2, 6],
      ['wait', 2, 2, 7, 'timer', []],
      ['nest', 2, 2, 1],
      ['wait', 2, 1, 3, 'fetch', [2]],
      ['idle', 100, 97],
      ['wake', 99, 2],
      ['run', 101, 2, 7],
      ['end', 102, 2, 'done', null],
      ['run', 102, 1, 3],
      ['end', 103, 1, 'done', null],
      ['exit', 104],
    ];
    const watched = new TraceAssembler({ language: 'python', file: 'demo.py', clock: 'real' });
    for (const event of [start, ...events]) {
      watched.add([event]);
      watched.snapshot(watched.now + 0.5);
    }
    assert.deepEqual(watched.finish({ exit: { code: 0, reason: 'completed' }, wallMs: 0 }), assemble(events));
  });
});
