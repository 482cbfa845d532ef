import assert from 'node:assert/strict';
import type { ChromeTrace } from '../../src/core/trace/chrome';
import { readTrace } from '../../src/core/trace/read';
import { assertPerfetto } from '../core/trace/perfetto';
import { Sandbox } from './sandbox';

const inPython = (body: string) => `import asyncio


async def fetch():
    await asyncio.sleep(0.2)


async def main():
    ${body}


asyncio.run(main())
`;

const sequential = { file: 'sequential.py', text: inPython('[await fetch(), await fetch(), await fetch()]') };
const concurrent = { file: 'together.py', text: inPython('await asyncio.gather(fetch(), fetch(), fetch())') };

const inTypeScript = `import { setTimeout as sleep } from 'node:timers/promises';

async function fetch(): Promise<void> {
  await sleep(50);
}

await Promise.all([fetch(), fetch()]);
await fetch();
`;

describe('a saved trace', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = new Sandbox();
  });
  afterEach(() => {
    sandbox.remove();
  });

  it('writes the trace to a file, which can be read and compared with another', async () => {
    for (const { file, text } of [sequential, concurrent]) {
      sandbox.write(file, text);
      const ended = await sandbox.asyncTutor(['run', file, '--trace', `${file}.json`]);
      assert.equal(ended.code, 0);
      assert.match(ended.stdout, /It took/);
      assert.equal(typeof readTrace(sandbox.read(`${file}.json`)), 'object');
    }
    const both = [sequential, concurrent].map(({ file }) => `${file}.json`);
    const { code, stdout } = await sandbox.asyncTutor(['compare', ...both]);
    assert.equal(code, 0);
    assert.match(stdout, /Program +sequential\.py +together\.py/);
    assert.match(stdout, /times as fast\.\n.*the second had up to three waits at once/);
    const json = await sandbox.asyncTutor(['compare', '--format', 'json', ...both]);
    assert.ok((JSON.parse(json.stdout) as { savedMs: number }).savedMs > 200);
  });

  it('prints what Perfetto opens', async () => {
    const file = 'waits.mts';
    sandbox.write(file, inTypeScript);
    const { stdout } = await sandbox.asyncTutor(['run', file, '--format', 'chrome']);
    assertPerfetto(JSON.parse(stdout) as ChromeTrace);
  });

  it('says what is wrong with a trace before it runs or compares anything', async () => {
    sandbox.write('quick.py', 'print("ran")\n');
    sandbox.write('cut.json', '{"version":1,"lanes":[');
    const unwritable = await sandbox.asyncTutor(['run', 'quick.py', '--trace', 'nowhere/trace.json']);
    assert.deepEqual([unwritable.code, unwritable.stdout], [2, '']);
    assert.match(unwritable.stderr, /The trace cannot be written to nowhere\/trace\.json/);
    const cut = await sandbox.asyncTutor(['compare', 'cut.json', 'cut.json']);
    assert.equal(cut.code, 2);
    assert.match(cut.stderr, /cut\.json: The file is cut/);
    const missing = await sandbox.asyncTutor(['compare', 'cut.json']);
    assert.match(missing.stderr, /compare needs two traces/);
  });
});
