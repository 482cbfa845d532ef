import assert from 'node:assert/strict';
import { chromeTrace, type ChromeEvent } from '../../../src/core/trace/chrome';
import type { Trace } from '../../../src/core/trace/trace';
import { assertReadByDevTools } from './devtools';
import { assertPerfetto } from './perfetto';
import { longRun, randomFrom } from './random-events';
import { assemble, gathered, sequential } from './samples';

const named = (events: readonly ChromeEvent[], ph: ChromeEvent['ph']) =>
  events.filter((event) => event.ph === ph);

/** The names of the tracks in their order. */
const tracks = (trace: Trace) =>
  named(chromeTrace(trace).traceEvents, 'M')
    .filter(({ name }) => name === 'thread_name')
    .map(({ args }) => args?.['name']);

describe('the trace for Perfetto', () => {
  it('has a track for the loop, for each lane and for its calls', () => {
    assert.deepEqual(tracks(assemble(gathered(false))), [
      'Event loop',
      'main',
      'fetch_weather',
      'fetch_news',
      'fetch_stock',
    ]);
    assert.deepEqual(tracks(assemble(sequential)), ['Event loop', 'main', 'main (calls)']);
  });

  it('names slices by what they wait for or what blocks, in whole microseconds', () => {
    const { traceEvents } = chromeTrace(assemble(gathered(true)));
    const slices = named(traceEvents, 'X').filter(({ tid }) => tid === 3);
    assert.deepEqual(
      slices.map(({ name, ts, dur, args }) => ({ name, ts, dur, args })),
      [
        { name: 'ready', ts: 20_000, dur: 2_000_000, args: { state: 'ready' } },
        {
          name: 'blocked in time.sleep',
          ts: 2_020_000,
          dur: 2_000_000,
          args: { state: 'blocked', line: 6, on: 'time.sleep' },
        },
      ],
    );
  });

  it('leads from an await to where it goes on, and from what it waited for', () => {
    const { traceEvents } = chromeTrace(
      assemble([
        ['loop', 0, 'begin'],
        ['lane', 0, 1, null, 'main', 'task', 1],
        ['run', 0, 1, 2],
        ['lane', 10, 2, 1, 'fetch', 'task', 5],
        ['wait', 20, 1, 3, 'fetch', [2]],
        ['run', 20, 2, 5],
        ['wait', 22, 2, 6, 'asyncio.sleep', []],
        ['run', 50, 2, 6],
        ['end', 60, 2, 'done', null],
        ['run', 60, 1, 3],
        ['end', 70, 1, 'done', null],
        ['exit', 70],
      ]),
    );
    const flows = named(traceEvents, 's').map(({ name, id, tid, ts }) => {
      const end = named(traceEvents, 'f').find((event) => event.id === id);
      return `${name} ${tid} ${ts} -> ${end?.tid ?? ''} ${end?.ts ?? ''}`;
    });
    assert.deepEqual(flows.sort(), [
      'await 1 19999 -> 1 60000',
      'await 2 21999 -> 2 50000',
      'create 1 10000 -> 2 10000',
      'result 2 59999 -> 1 60000',
    ]);
  });

  it('counts what is in a queue', () => {
    const { traceEvents } = chromeTrace(
      assemble([
        ['lane', 0, 1, null, 'main', 'task', 1],
        ['shared', 0, 1, 'queue', 'jobs', null, 3],
        ['level', 5, 1, 1, 1],
        ['level', 7, 1, 0, null],
        ['exit', 9],
      ]),
    );
    assert.deepEqual(
      named(traceEvents, 'C').map(({ name, ts, args }) => [name, ts, args]),
      [
        ['queue jobs #1', 0, { items: 0 }],
        ['queue jobs #1', 5000, { items: 1 }],
        ['queue jobs #1', 7000, { items: 0 }],
      ],
    );
  });

  it('keeps to the rules of the format for calls that overlap', () => {
    const trace = assemble([
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 2],
      ['lane', 1, 2, 1, 'a', 'call', 8],
      ['run', 1, 2, 9],
      ['wait', 2, 2, 9, 'timer', []],
      ['nest', 2, 2, 1],
      ['lane', 3, 3, 1, 'b', 'call', 8],
      ['run', 3, 3, 9],
      ['wait', 4, 3, 9, 'timer', []],
      ['nest', 4, 3, 1],
      ['run', 10, 2, 9],
      ['end', 11, 2, 'done', null],
      ['run', 20, 3, 9],
      ['end', 21, 3, 'done', null],
      ['exit', 30],
    ]);
    assert.deepEqual(tracks(trace), ['Event loop', 'main', 'main (calls)', 'main (calls)']);
    assertPerfetto(chromeTrace(trace));
  });

  it('arrives whole in Chrome DevTools', async () => {
    for (const events of [sequential, gathered(false), gathered(true), longRun(randomFrom(3), 2000)]) {
      await assertReadByDevTools(chromeTrace(assemble(events)));
    }
  });
});
