import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textsBeside } from '../../../src/core/run/texts';

describe('the texts of a program’s other files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('are those of plain files that a person may have written', async () => {
    mkdirSync(join(folder, 'app', 'lib.py'), { recursive: true });
    writeFileSync(join(folder, 'app', 'long.py'), '#'.repeat(2_000_000));
    writeFileSync(join(folder, 'app', 'near.py'), 'near = 1');
    writeFileSync(join(folder, 'above.py'), 'above = 1');
    const texts = await textsBeside(join(folder, 'app', 'main.py'), [
      'near.py',
      '../above.py',
      'lib.py',
      'long.py',
      'missing.py',
    ]);
    assert.deepEqual(
      [...texts],
      [
        ['near.py', 'near = 1'],
        ['../above.py', 'above = 1'],
      ],
    );
  });
});
