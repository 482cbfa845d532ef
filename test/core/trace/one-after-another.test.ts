import assert from 'node:assert/strict';
import type { TraceEvent } from '../../../src/core/trace/events';
import { assemble, sequential } from './samples';

function messages(events: readonly TraceEvent[]): readonly string[] {
  return assemble(events).findings.map(({ message }) => message);
}

describe('the finding of work that ran one after another', () => {
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

  /** `main` awaits two calls of `fetch` of a second each. */
  const twoCalls = ({ on = 'asyncio.sleep', failing = false, pause = 0 }): readonly TraceEvent[] => [
    ['lane', 0, 1, null, 'main', 'task', 1],
    ['run', 0, 1, 2],
    ...[2, 3].flatMap((id): readonly TraceEvent[] => {
      const at = (id - 2) * (1000 + pause);
      return [
        ['lane', at, id, 1, 'fetch', 'call', 8],
        ['nest', at, id, 1],
        ['wait', at, 1, 9, on, []],
        ['run', at + 1000, 1, 9],
        ['end', at + 1000, id, failing && id === 2 ? 'failed' : 'done', null],
        ['wait', at + 1000, 1, 4, 'asyncio.sleep', []],
        ['run', at + 1000 + pause, 1, 4],
      ];
    }),
    ['end', 2000 + 2 * pause, 1, 'done', null],
  ];

  it('keeps silent where one after another is meant: retries, pauses, and turns at a queue or a lock', () => {
    assert.equal(messages(twoCalls({})).length, 1);
    assert.deepEqual(messages(twoCalls({ failing: true })), []);
    assert.deepEqual(messages(twoCalls({ pause: 100 })), []);
    assert.deepEqual(messages(twoCalls({ on: 'queue.get' })), []);
    assert.deepEqual(messages(twoCalls({ on: 'db_lock.acquire' })), []);
    assert.equal(messages(twoCalls({ on: 'client.get' })).length, 1);
  });

  it('names the function that made the calls, in which they may be mended', () => {
    const { findings } = assemble([
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
      ['lane', 0, 9, 1, 'load', 'call', 20],
      ['nest', 0, 9, 1],
      ...[2, 3].flatMap((id): readonly TraceEvent[] => [
        ['lane', (id - 2) * 100, id, 9, 'fetch', 'call', 8],
        ['nest', (id - 2) * 100, id, 9],
        ['wait', (id - 2) * 100, 1, 9, 'asyncio.sleep', []],
        ['run', (id - 1) * 100, 1, 9],
        ['end', (id - 1) * 100, id, 'done', null],
      ]),
      ['end', 200, 9, 'done', null],
      ['end', 200, 1, 'done', null],
    ]);
    assert.deepEqual(
      findings.map(({ line }) => line),
      [20],
    );
    assert.match(findings[0]?.message ?? '', /^`load` waited for two calls of `fetch` one after another/);
  });

  it('keeps silent where the program’s text shows that a call needs an earlier one', () => {
    const written = (second: string) =>
      assemble(twoCalls({}), {
        exit: { code: 0, reason: 'completed' },
        wallMs: 0,
        source: `async def main():\n    a = await fetch(1)\n    b = await fetch(${second})\n`,
      }).findings.length;
    assert.equal(written('a'), 0);
    assert.equal(written('2'), 1);
  });

  it('reads the text of the file that the calls are made in', () => {
    const elsewhere = twoCalls({}).map((event): TraceEvent =>
      event[0] === 'lane' && event[4] === 'main'
        ? ['lane', event[1], event[2], event[3], event[4], event[5], event[6], 1]
        : event,
    );
    const written = (second: string) =>
      `async def main():\n    a = await fetch(1)\n    b = await fetch(${second})\n`;
    const places = (source: string, text: string) =>
      assemble([['file', 0, 1, 'lib/news.py'], ...elsewhere], {
        ...{ exit: { code: 0, reason: 'completed' }, wallMs: 0 },
        ...{ source, sources: new Map([['lib/news.py', text]]) },
      }).findings.map(({ line, file }) => [line, file]);
    assert.deepEqual(places(written('2'), written('a')), []);
    assert.deepEqual(places(written('a'), written('2')), [[2, 'lib/news.py']]);
  });

  it('keeps silent about parts of a program that do several things themselves', () => {
    const part = (id: number, at: number): readonly TraceEvent[] => [
      ['lane', at, id, 1, 'phase', 'call', 8],
      ['nest', at, id, 1],
      ['lane', at, id + 100, 1, 'work', 'task', 20],
      ['wait', at, 1, 9, 'asyncio.gather', [id + 100]],
      ['run', at + 900, id + 100, 20],
      ['end', at + 900, id + 100, 'done', null],
      ['run', at + 900, 1, 9],
      ['end', at + 900, id, 'done', null],
    ];
    const begin: readonly TraceEvent[] = [
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
    ];
    assert.deepEqual(
      messages([...begin, ...part(2, 0), ...part(3, 900), ['end', 1800, 1, 'done', null]]),
      [],
    );
  });

  it('keeps silent where a name says that all the rest comes before or after', () => {
    const calling = (...names: readonly string[]): readonly TraceEvent[] => [
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
      ...names.flatMap((name, index): readonly TraceEvent[] => [
        ['lane', index * 100, index + 2, 1, name, 'call', 20],
        ['nest', index * 100, index + 2, 1],
        ['wait', index * 100, 1, 21, 'asyncio.sleep', []],
        ['run', index * 100 + 100, 1, 21],
        ['end', index * 100 + 100, index + 2, 'done', null],
      ]),
      ['end', 1000, 1, 'done', null],
    ];
    assert.deepEqual(messages(calling('Db.connect', 'Db.query', 'Db.close')), []);
    assert.deepEqual(messages(calling('wait_for_boot', 'migrate', 'closeServer')), []);
    assert.equal(messages(calling('prepare_soup', 'start_pie')).length, 1);
    assert.equal(messages(calling('fetch_closed', 'initials')).length, 1);
  });

  it('names the line of the first call where the text is at hand', () => {
    const source =
      'async def main():\n    print(1)\n    a = await fetch_weather()\n    b = await fetch_news()\n';
    const calls = sequential.map((event): TraceEvent =>
      event[0] === 'lane' && event[4] === 'main'
        ? ['lane', event[1], event[2], event[3], event[4], event[5], 1]
        : event,
    );
    const { findings } = assemble(calls, { exit: { code: 0, reason: 'completed' }, wallMs: 0, source });
    assert.deepEqual(
      findings.map(({ line }) => line),
      [3],
    );
  });
});
