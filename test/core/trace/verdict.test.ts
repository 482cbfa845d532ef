import assert from 'node:assert/strict';
import type { TraceEvent } from '../../../src/core/trace/events';
import { verdictOf } from '../../../src/core/trace/verdict';
import { assemble, gathered, sequential } from './samples';

function verdict(events: readonly TraceEvent[]): string {
  return verdictOf(assemble(events));
}

describe('the verdict', () => {
  it('tells waits one after another from waits at the same time', () => {
    assert.equal(verdict(sequential), 'It took 6.0 s: three waits, one after another.');
    assert.equal(
      verdict(gathered(false)),
      'It took 2.0 s: three waits at the same time, 6.0 s of waiting in all.',
    );
  });

  it('says that the loop was blocked', () => {
    assert.equal(
      verdict(gathered(true)),
      'It took 6.0 s: the loop was blocked for 6.0 s in time.sleep, and nothing else could run.',
    );
  });

  it('speaks of the program where there is no loop', () => {
    assert.equal(
      verdict([
        ['lane', 0, 1, null, 'demo.py', 'program', 1],
        ['run', 0, 1, 1],
        ['block', 60, 1, 1, 'import', 60],
        ['block', 2061, 1, 5, 'time.sleep', 2000],
        ['exit', 2062],
      ]),
      'It took 2.1 s: 2.0 s of it blocked in time.sleep, when the program could do nothing else.',
    );
  });

  it('says that a program was stopped or failed', () => {
    const stopped = assemble([], { exit: { code: null, reason: 'timeout' }, wallMs: 2000 });
    assert.equal(verdictOf(stopped), 'It was stopped after 2.0 s, still running.');
    const failed = assemble([['exit', 30]], { exit: { code: 1, reason: 'failed' }, wallMs: 0 });
    assert.equal(verdictOf(failed), 'It failed after 30 ms.');
  });
});
