import assert from 'node:assert/strict';
import { applyEdits, editsOf, selectFixes } from '../../../src/core/mistakes/apply';
import type { Fix, TextEdit } from '../../../src/core/mistakes/finding';

const insert = (at: number, newText: string): TextEdit => ({ start: at, end: at, newText });
const fix = (preferred: boolean, ...edits: TextEdit[]): Fix => ({ title: 'mend', preferred, edits });
const finding = (...fixes: Fix[]) => ({ fixes });

describe('applying fixes', () => {
  it('replaces and inserts at the old offsets', () => {
    assert.equal(
      applyEdits('save(a)\nread(b)', [insert(0, 'await '), { start: 8, end: 12, newText: 'load' }]),
      'await save(a)\nload(b)',
    );
  });

  it('takes only preferred fixes, one for each finding', () => {
    const wanted = fix(true, insert(3, 'x'));
    assert.deepEqual(selectFixes([finding(fix(false, insert(0, 'y')), wanted), finding(fix(false))]), [
      wanted,
    ]);
  });

  it('leaves a fix that would change the same place differently for later', () => {
    const first = fix(true, { start: 2, end: 6, newText: 'a' });
    const overlapping = fix(true, { start: 4, end: 8, newText: 'b' });
    const samePlace = fix(true, insert(2, 'c'));
    assert.deepEqual(selectFixes([first, overlapping, samePlace].map((one) => finding(one))), [first]);
  });

  it('takes fixes that touch without overlapping', () => {
    const first = fix(true, { start: 2, end: 6, newText: 'a' });
    const second = fix(true, { start: 6, end: 8, newText: 'b' });
    assert.equal(selectFixes([finding(first), finding(second)]).length, 2);
  });

  it('applies an edit once that two fixes share', () => {
    const async = insert(0, 'async ');
    const fixes = selectFixes([
      finding(fix(true, async, insert(10, 'await '))),
      finding(fix(true, async, insert(5, 'await '))),
    ]);
    assert.equal(applyEdits('def f abcd g', editsOf(fixes)), 'async def fawait  abcdawait  g');
  });
});
