import assert from 'node:assert/strict';
import { applyEdits, compatibleEdits } from '../../../src/core/mistakes/apply';
import { positionsIn } from '../../../src/core/mistakes/positions';

const fix = (...edits: [start: number, end: number, newText: string][]) => ({
  ...{ title: 'fix', preferred: true },
  edits: edits.map(([start, end, newText]) => ({ start, end, newText })),
});

describe('applying fixes', () => {
  it('makes edits in any order', () => {
    const edits = fix([6, 11, 'moon'], [0, 0, '> ']).edits;
    assert.equal(applyEdits('hello world', edits), '> hello moon');
  });

  it('makes an edit once that two fixes have in common', () => {
    const edits = compatibleEdits([
      fix([0, 0, 'import a\n'], [5, 6, 'x']),
      fix([0, 0, 'import a\n'], [8, 9, 'y']),
    ]);
    assert.equal(applyEdits('0123456789', edits), 'import a\n01234x67y9');
  });

  it('leaves out a fix that collides with an earlier one, as a whole', () => {
    const edits = compatibleEdits([fix([2, 5, 'x']), fix([0, 0, 'lost'], [4, 6, 'y'])]);
    assert.equal(applyEdits('0123456789', edits), '01x56789');
  });
});

describe('positions', () => {
  it('count lines and columns from 1, in UTF-16 units, over all line breaks', () => {
    const at = positionsIn('a\r\n😀b\rc\nd');
    assert.deepEqual(
      [0, 3, 5, 7, 9, 10].map((offset) => Object.values(at(offset)).join(':')),
      ['1:1', '2:1', '2:3', '3:1', '4:1', '4:2'],
    );
  });
});
