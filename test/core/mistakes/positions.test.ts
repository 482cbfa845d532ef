import assert from 'node:assert/strict';
import { positionsIn } from '../../../src/core/mistakes/positions';

describe('positions', () => {
  it('count lines and columns from 1, in UTF-16 units, over all line breaks', () => {
    const at = positionsIn('a\r\n😀b\rc\nd');
    assert.deepEqual(
      [0, 3, 5, 7, 9, 10].map((offset) => Object.values(at(offset)).join(':')),
      ['1:1', '2:1', '2:3', '3:1', '4:1', '4:2'],
    );
  });
});
