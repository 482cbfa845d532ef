import assert from 'node:assert/strict';
import type { TraceEvent } from '../../../src/core/trace/events';
import { assemble, gathered, sequential } from './samples';

function messages(events: readonly TraceEvent[]): readonly string[] {
  return assemble(events).findings.map(({ message }) => message);
}

describe('findings of a trace', () => {
  it('says who blocked the loop, where, how long, and who had to wait', () => {
    const { findings } = assemble(gathered(true));
    assert.deepEqual(findings[0], {
      kind: 'blocked-loop',
      lane: 3,
      line: 3,
      milliseconds: 2000,
      message:
        '`fetch_weather` blocked the loop for 2.0 s in `time.sleep` (line 3); `fetch_news` and `fetch_stock` were ready and had to wait.',
      section: '1.2',
      mistake: 'blocking-call',
    });
    assert.deepEqual(
      findings.slice(1).map(({ message }) => message),
      [
        '`fetch_news` blocked the loop for 2.0 s in `time.sleep` (line 6); `fetch_stock` was ready and had to wait.',
        '`fetch_stock` blocked the loop for 2.0 s in `time.sleep` (line 9).',
      ],
    );
  });

  it('tells calculating without a pause from a blocking call', () => {
    const { findings } = assemble([
      ['loop', 0, 'begin'],
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
      ['end', 400, 1, 'done', null],
      ['loop', 400, 'end'],
    ]);
    assert.deepEqual(
      findings.map(({ message, section, mistake }) => ({ message, section, mistake })),
      [
        {
          message: '`main` kept the loop busy for 400 ms without awaiting (line 2).',
          section: '1.3',
          mistake: 'cpu-bound',
        },
      ],
    );
  });

  it('says nothing of what blocked before the loop began', () => {
    const events: readonly TraceEvent[] = [
      ['lane', 0, 1, null, 'demo.py', 'program', 1],
      ['run', 0, 1, 1],
      ['block', 500, 1, 3, 'time.sleep', 500],
      ['loop', 500, 'begin'],
      ['loop', 501, 'end'],
      ['exit', 502],
    ];
    assert.deepEqual(messages(events), []);
  });

  it('reports a block while no lane ran', () => {
    assert.deepEqual(messages([['block', 100, null, 4, 'fs.readFileSync', 80]]), [
      'A callback blocked the loop for 80 ms in `fs.readFileSync` (line 4).',
    ]);
  });

  it('offers to run waits together that ran one after another, and says what it would save', () => {
    const { findings } = assemble(sequential);
    assert.deepEqual(
      findings.map(({ kind, milliseconds, message }) => ({ kind, milliseconds, message })),
      [
        {
          kind: 'one-after-another',
          milliseconds: 4000,
          message:
            '`main` waited for `fetch_weather`, `fetch_news` and `fetch_stock` one after another, 6.0 s in all. ' +
            'If they do not need each other, together they would take 2.0 s: 4.0 s saved.',
        },
      ],
    );
  });

  it('says nothing of one after another where several workers share the work', () => {
    const worker = (id: number): readonly TraceEvent[] => [
      ['lane', 0, id, null, 'worker', 'task', 1],
      ['run', 0, id, 2],
      ['lane', 0, id + 10, id, 'fetch', 'call', 8],
      ['nest', 0, id + 10, id],
      ['wait', 0, id, 9, 'asyncio.sleep', []],
    ];
    const second = (id: number): readonly TraceEvent[] => [
      ['run', 1000, id, 9],
      ['end', 1000, id + 10, 'done', null],
      ['lane', 1000, id + 20, id, 'fetch', 'call', 8],
      ['nest', 1000, id + 20, id],
      ['wait', 1000, id, 9, 'asyncio.sleep', []],
    ];
    const last = (id: number): readonly TraceEvent[] => [
      ['run', 2000, id, 9],
      ['end', 2000, id + 20, 'done', null],
      ['end', 2000, id, 'done', null],
    ];
    const one = [...worker(1), ...second(1), ...last(1)];
    const two = [...worker(1), ...worker(2), ...second(1), ...second(2), ...last(1), ...last(2)];
    assert.deepEqual(messages(two), []);
    assert.equal(messages(one).length, 1);
  });

  it('counts calls from one place that were never awaited', () => {
    assert.deepEqual(
      messages([
        ['never-awaited', 1, null, 'fetch', 7],
        ['never-awaited', 1, null, 'fetch', 7],
        ['never-awaited', 2, null, 'save', null],
      ]),
      ['`fetch` was called 2 times (line 7) but never awaited.', '`save` was called but never awaited.'],
    );
  });

  it('does not call unfinished what was stopped', () => {
    const events: readonly TraceEvent[] = [
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
      ['wait', 1, 1, 3, 'event', []],
    ];
    const stopped = assemble(events, { exit: { code: null, reason: 'timeout' }, wallMs: 500 });
    assert.deepEqual(stopped.findings, []);
    assert.equal(messages(events).length, 1);
  });
});
