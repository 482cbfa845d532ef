import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/mistakes/apply';
import { changes } from '../../src/platform/analysis/changes';

const before = 'import time\n\n\nasync def nap():\n    time.sleep(1)\n    print("😀")\n';

describe('the changes between two texts', () => {
  for (const after of [
    before,
    before.replace('time.sleep', 'await asyncio.sleep'),
    before.replace('import time', 'import asyncio\nimport time').replace('😀', '😁😀'),
    before.replace('async def', 'def').replace('    print("😀")\n', ''),
    '',
  ]) {
    it(`lead from the one to the other: ${JSON.stringify(after.slice(0, 40))}`, () => {
      const edits = changes(before, after);
      assert.equal(applyEdits(before, edits), after);
      for (const [place, { start, end }] of edits.entries()) {
        assert.ok(start <= end && start >= (edits[place - 1]?.end ?? 0));
      }
    });
  }

  it('are as small as an inserted word', () => {
    assert.deepEqual(changes(before, before.replace('time.sleep', 'await time.sleep')), [
      { start: before.indexOf('time.sleep'), end: before.indexOf('time.sleep'), newText: 'await ' },
    ]);
  });
});
