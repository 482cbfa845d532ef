import assert from 'node:assert/strict';
import type { TraceEvent } from '../../../src/core/trace/events';
import { assemble, gathered } from './samples';

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

  it('tells several blocks at one place once, and counts lanes of one name', () => {
    const ids = [1, 2, 3];
    assert.deepEqual(
      messages([
        ['loop', 0, 'begin'],
        ...ids.map((id): TraceEvent => ['lane', 0, id, null, 'fetch', 'task', 3]),
        ...ids.flatMap((id): readonly TraceEvent[] => [
          ['run', (id - 1) * 200, id, 3],
          ['block', id * 200, id, 4, 'time.sleep', 200],
          ['end', id * 200, id, 'done', null],
        ]),
        ['exit', 600],
      ]),
      [
        '`fetch` blocked the loop 3 times, 600 ms in all, in `time.sleep` (line 4); two `fetch` lanes were ready and had to wait.',
      ],
    );
  });

  it('tells what nobody asked for: an exception, and a task that was destroyed', () => {
    const { findings } = assemble([
      ['lane', 0, 1, null, 'save', 'task', 3],
      ['run', 0, 1, 4],
      ['end', 1, 1, 'failed', 'ValueError: no'],
      ['unretrieved', 2, 1],
      ['lane', 2, 2, null, 'tick', 'task', 7],
      ['run', 2, 2, 8],
      ['wait', 3, 2, 8, 'asyncio.sleep', []],
      ['destroyed', 4, 2],
      ['exit', 5],
    ]);
    assert.deepEqual(
      findings.map(({ kind, message, section, mistake }) => ({ kind, message, section, mistake })),
      [
        {
          kind: 'never-retrieved',
          message: '`save` failed with `ValueError: no`, and nobody awaited it to see that.',
          section: '3.5',
          mistake: 'dropped-task',
        },
        {
          kind: 'destroyed-pending',
          message:
            '`tick` was destroyed while it waited for `asyncio.sleep` (line 8), because nobody kept its task.',
          section: '4.3',
          mistake: 'dropped-task',
        },
      ],
    );
  });

  const filling = (last: TraceEvent): readonly TraceEvent[] => [
    ['lane', 0, 1, null, 'main', 'task', 1],
    ['run', 0, 1, 1],
    ['shared', 0, 1, 'queue', 'jobs', 2, 2],
    ['level', 1, 1, 1, 1],
    ['level', 2, 1, 2, 1],
    last,
    ['end', 4, 1, 'done', null],
    ['exit', 5],
  ];

  it('tells of a queue that nobody drains', () => {
    assert.deepEqual(messages(filling(['mark', 3, 1, 'x'])), [
      '`jobs` got two items, which is all it has room for, and nobody took one out.',
    ]);
    assert.deepEqual(messages(filling(['level', 3, 1, 1, 1])), []);
  });

  it('tells of tasks that were left behind, which asyncio.run cancelled at the end', () => {
    const events: readonly TraceEvent[] = [
      ['lane', 0, 1, null, 'main', 'task', 1],
      ...[2, 3].flatMap((id): readonly TraceEvent[] => [
        ['lane', 0, id, 1, 'tick', 'task', 5],
        ['run', 0, id, 5],
        ['wait', 1, id, 6, 'asyncio.sleep', []],
      ]),
      ['run', 2, 1, 2],
      ['end', 9, 1, 'done', null],
      ...[2, 3].flatMap((id): readonly TraceEvent[] => [
        ['cancel', 9, id, null, 'asyncio.run'],
        ['run', 9, id, 6],
        ['end', 9, id, 'cancelled', null],
      ]),
      ['exit', 10],
    ];
    assert.deepEqual(messages(events), [
      'Two `tick` lanes never finished: they still waited for `asyncio.sleep` (line 6) when the program was over, and `asyncio.run` cancelled them.',
    ]);
    assert.deepEqual(assemble(events, { exit: { code: 1, reason: 'failed' }, wallMs: 0 }).findings, []);
  });
});
