import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, runRecorded, type Recorded } from './recorded';

describe('What the Node recorder keeps for the next run', () => {
  const folder = folderWith({ 'greets.ts': "const greeting: string = 'hello';\nconsole.log(greeting);\n" });
  const program = join(folder.path, 'greets.ts');
  const temporary = join(folder.path, 'temporary');
  const kept = join(temporary, `async-tutor-${process.getuid?.() ?? 'cache'}`);
  const recorded = (): Promise<Recorded> =>
    runRecorded(program, { environment: { TMPDIR: temporary, TEMP: temporary } });
  const run = async (): Promise<void> => {
    const { stdout, stderr } = await recorded();
    assert.deepEqual([stdout, stderr], ['hello\n', '']);
  };
  /** The compiler, and the program's one module. */
  const files = (): readonly [string, string] => {
    const [compiler = '', module = '', ...others] = readdirSync(kept).sort();
    assert.deepEqual([compiler.split('-')[0], module.split('-')[0], others], ['compiler', 'module', []]);
    return [join(kept, compiler), join(kept, module)];
  };
  const forgetModule = (): void => {
    rmSync(files()[1]);
  };
  before(() => {
    mkdirSync(temporary);
  });
  after(() => {
    folder.remove();
  });

  it('is taken then: what a module becomes, and what V8 made of the compiler', async () => {
    await run();
    const before = files().map((file) => statSync(file));
    assert.ok((before[0]?.size ?? 0) > 1e6);
    await run();
    forgetModule();
    await run();
    const after = files().map((file) => statSync(file));
    assert.equal(after[0]?.mtimeMs, before[0]?.mtimeMs);
    assert.notEqual(after[1]?.mtimeMs, before[1]?.mtimeMs);
  });

  it('is what a module is now, not what it was', async () => {
    writeFileSync(program, "console.log('hel' + 'lo' as string);\n");
    await run();
  });

  it('is read, not made again, while the module stays as it is', async () => {
    const [, module] = files();
    const kept = JSON.parse(readFileSync(module, 'utf8')) as { made: { code: string } };
    kept.made.code = kept.made.code.replace("'hel' + 'lo'", "'pla' + 'nt'");
    writeFileSync(module, JSON.stringify(kept));
    const { stdout } = await recorded();
    assert.equal(stdout, 'plant\n');
  });

  it('is made anew when what was kept is broken', async () => {
    for (const file of files()) {
      writeFileSync(file, 'nonsense');
    }
    await run();
    const sizes = files().map((file) => statSync(file).size);
    assert.ok(sizes[0] !== undefined && sizes[0] > 1e6 && sizes[1] !== undefined && sizes[1] > 100);
  });

  it('is not taken from where others can write', async function () {
    if (process.getuid === undefined) {
      this.skip();
    }
    chmodSync(kept, 0o777);
    for (const file of files()) {
      writeFileSync(file, 'nonsense');
    }
    await run();
    assert.deepEqual(
      files().map((file) => readFileSync(file, 'utf8')),
      ['nonsense', 'nonsense'],
    );
  });
});
