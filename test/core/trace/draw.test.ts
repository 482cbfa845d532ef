import assert from 'node:assert/strict';
import { draw } from '../../../src/core/trace/draw';
import type { TraceEvent } from '../../../src/core/trace/events';
import { assemble, gathered, sequential } from './samples';

const lines = (text: string) => text.split('\n');

/** The rows of a picture by their labels, without what stands around the bars. */
const bar = (picture: string, label: string) =>
  lines(picture).find((line) => line.trimStart().startsWith(`${label}:`)) ?? '';

describe('the text picture', () => {
  it('of waits one after another looks as the lecture draws it', () => {
    assert.deepEqual(lines(draw(assemble(sequential), { width: 80 })), [
      'Seconds           0        1         2        3        4        5        6',
      '                  │        │         │        │        │        │        │',
      'main:             [=====WAITING=====][====WAITING=====][=====WAITING=====] 6.0 s',
      ' ↳ fetch_weather: [=====WAITING=====]                                      2.0 s',
      ' ↳ fetch_news:                       [====WAITING=====]                    2.0 s',
      ' ↳ fetch_stock:                                        [=====WAITING=====] 2.0 s',
      'Event loop:       [.........................IDLE.........................]',
      '',
      '= waiting   . idle',
      'Total: 6.0 s',
    ]);
  });

  it('of waits at the same time shows them below each other', () => {
    const picture = draw(assemble(gathered(false)), { width: 70 });
    for (const name of ['fetch_weather', 'fetch_news', 'fetch_stock']) {
      assert.match(bar(picture, name), /: +\[=+WAITING=+\] +2\.0 s$/);
    }
    const columns = ['fetch_weather', 'fetch_news'].map((name) => bar(picture, name).indexOf('['));
    assert.equal(columns[0], columns[1]);
    assert.ok(picture.endsWith('Total: 2.0 s'));
  });

  it('tells apart without colour who blocks, who is ready meanwhile, and what that does to the loop', () => {
    const picture = draw(assemble(gathered(true)), { width: 90 });
    assert.match(bar(picture, 'fetch_weather'), /: +\[!+BLOCKED!+\] +2\.0 s$/);
    assert.match(bar(picture, 'fetch_stock'), /: +\[~+READY~+\]\[!+BLOCKED!+\] +6\.0 s$/);
    assert.match(bar(picture, 'Event loop'), /: +(?:\[!+BLOCKED!+\]){3}$/);
    assert.match(picture, /= waiting {3}~ ready {3}! blocked/);
  });

  it('keeps to its width, whatever the names and however narrow', () => {
    const long = '🍲'.repeat(80);
    const events: readonly TraceEvent[] = [
      ['lane', 0, 1, null, long, 'task', 1],
      ['run', 0, 1, 1],
      ['wait', 1, 1, 2, 'asyncio.sleep', []],
      ['lane', 2, 2, null, 'tab\tand\u0007bell\nline', 'task', 1],
      ['exit', 3000],
    ];
    for (const width of [1, 40, 41, 100, 333]) {
      const picture = draw(assemble(events), { width });
      for (const line of lines(picture)) {
        assert.ok(line.replace(/🍲/gu, 'xx').length <= Math.max(40, width), line);
      }
      assert.ok(!picture.includes('\t') && !picture.includes('\u0007'));
    }
  });

  it('counts the lanes that it has no room for', () => {
    const events = Array.from({ length: 100 }, (_, index): TraceEvent => [
      'lane',
      index,
      index + 1,
      null,
      `worker-${index + 1}`,
      'task',
      1,
    ]);
    const picture = draw(assemble([...events, ['exit', 200]]), { lanes: 10 });
    assert.match(picture, /worker-10:/);
    assert.doesNotMatch(picture, /worker-11:/);
    assert.match(picture, /… and 90 more lanes/);
  });

  it('says how a lane ended, and that it ran in a thread or a process', () => {
    const picture = draw(
      assemble([
        ['lane', 0, 1, null, 'save', 'task', 1],
        ['end', 10, 1, 'failed', 'OSError'],
        ['lane', 0, 2, null, 'tick', 'task', 1],
        ['end', 20, 2, 'cancelled', null],
        ['lane', 0, 3, null, 'work', 'thread', 1],
        ['lane', 0, 4, null, 'sum', 'process', 1],
        ['exit', 30],
      ]),
    );
    assert.match(bar(picture, 'save'), / 10 ms failed$/);
    assert.match(bar(picture, 'tick'), / 10 ms cancelled$/);
    assert.match(bar(picture, 'work (thread)'), / 10 ms pending$/);
    assert.match(bar(picture, 'sum (process)'), / 10 ms pending$/);
  });

  it('of a run that took no time has an axis in milliseconds', () => {
    assert.match(draw(assemble([['exit', 0]])), /^Milliseconds 0 +0\.\d/);
  });
});
