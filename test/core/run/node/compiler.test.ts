import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, runRecorded } from './recorded';

describe('The compiler that the Node recorder keeps', () => {
  const folder = folderWith({ 'greets.ts': "const greeting: string = 'hello';\nconsole.log(greeting);\n" });
  const temporary = join(folder.path, 'temporary');
  const kept = join(temporary, `async-tutor-${process.getuid?.() ?? 'cache'}`);
  const run = async (): Promise<void> => {
    const { stdout, stderr } = await runRecorded(join(folder.path, 'greets.ts'), {
      environment: { TMPDIR: temporary, TEMP: temporary },
    });
    assert.deepEqual([stdout, stderr], ['hello\n', '']);
  };
  const only = (): string => {
    const [file, ...others] = readdirSync(kept);
    assert.ok(file !== undefined && others.length === 0);
    return join(kept, file);
  };
  before(() => {
    mkdirSync(temporary);
  });
  after(() => {
    folder.remove();
  });

  it('is kept for the next run', async () => {
    await run();
    const { mtimeMs, size } = statSync(only());
    assert.ok(size > 1e6);
    await run();
    assert.equal(statSync(only()).mtimeMs, mtimeMs);
  });

  it('is made anew when what was kept is broken', async () => {
    writeFileSync(only(), 'nonsense');
    await run();
    assert.ok(statSync(only()).size > 1e6);
  });

  it('is not taken from where others can write', async function () {
    if (process.getuid === undefined) {
      this.skip();
    }
    chmodSync(kept, 0o777);
    writeFileSync(only(), 'nonsense');
    await run();
    assert.equal(statSync(only()).size, 'nonsense'.length);
  });
});
