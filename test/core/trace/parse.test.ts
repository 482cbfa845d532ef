import assert from 'node:assert/strict';
import { parseEvent } from '../../../src/core/trace/parse';

const sound: readonly (readonly unknown[])[] = [
  ['start', 0, { language: 'python', file: 'a.py', clock: 'real', pid: 12 }],
  ['loop', 1, 'begin'],
  ['lane', 1.5, 1, null, 'main', 'task', 3],
  ['run', 2, 1, null],
  ['wait', 3, 1, 4, 'asyncio.sleep', [2, 3]],
  ['wake', 4, 1],
  ['nest', 5, 2, 1],
  ['end', 6, 1, 'failed', 'ValueError: no'],
  ['block', 7, null, 8, 'time.sleep', 20.5],
  ['idle', 8, 100],
  ['out', 9, 1, 'stdout', 'hi\n'],
  ['mark', 10, null, 'here'],
  ['cancel', 11, 1, null],
  ['never-awaited', 12, 1, 'fetch', 9],
  ['exit', 13],
];

const broken: readonly (readonly unknown[])[] = [
  [],
  ['jump', 1],
  ['toString', 1],
  ['start', 0, null],
  ['start', 0, { language: 'cobol', file: 'a', clock: 'real', pid: 1 }],
  ['loop', 1, 'turn'],
  ['lane', 1, 0, null, 'main', 'task', 3],
  ['lane', 1, 1, null, 'main', 'coroutine', 3],
  ['run', -1, 1, null],
  ['run', '2', 1, null],
  ['run', 2, 1.5, null],
  ['run', 2, 1],
  ['run', 2, 1, 3, 4, 5],
  ['run', 2, 1, 3, 0],
  ['file', 2, 1, '/etc/passwd'],
  ['wait', 3, 1, 4, 'x', [2, 'three']],
  ['wait', 3, 1, 4, null, []],
  ['end', 6, 1, 'lost', null],
  ['block', 7, null, 8, 'time.sleep', -1],
  ['out', 9, 1, 'stdin', 'hi'],
];

describe('parsing a recorder’s lines', () => {
  for (const event of sound) {
    it(`takes ${JSON.stringify(event)}`, () => {
      assert.deepEqual(parseEvent(JSON.stringify(event)), event);
    });
  }

  for (const event of broken) {
    it(`refuses ${JSON.stringify(event)}`, () => {
      assert.equal(parseEvent(JSON.stringify(event)), undefined);
    });
  }

  it('refuses what is cut, no array, or no JSON', () => {
    for (const line of [
      '',
      '["run",2,1',
      '{"0":"exit","1":2,"length":2}',
      'null',
      '["exit",NaN]',
      '["exit",1e999]',
    ]) {
      assert.equal(parseEvent(line), undefined, line);
    }
  });
});
