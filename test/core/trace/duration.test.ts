import assert from 'node:assert/strict';
import { formatDuration } from '../../../src/core/trace/duration';

const cases: readonly (readonly [number, string])[] = [
  [0, '0 ms'],
  [0.04, '0 ms'],
  [0.4, '0.4 ms'],
  [0.96, '1 ms'],
  [51.2, '51 ms'],
  [999.4, '999 ms'],
  [999.5, '1.0 s'],
  [2003.1, '2.0 s'],
  [59_949, '59.9 s'],
  [59_960, '1 min 0 s'],
  [72_400, '1 min 12 s'],
  [3_599_400, '59 min 59 s'],
  [3_600_000, '1 h 0 min'],
  [14_430_000, '4 h 1 min'],
];

describe('lengths of time', () => {
  for (const [milliseconds, text] of cases) {
    it(`writes ${milliseconds} ms as ${text}`, () => {
      assert.equal(formatDuration(milliseconds), text);
    });
  }
});
