import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ProcessTree } from '../../../src/core/run/process-tree';

/** A process that does not listen to SIGTERM, and leads a group of its own. */
async function deafProcess() {
  const code = "process.on('SIGTERM', () => undefined); console.log(); setInterval(() => undefined, 1000)";
  const child = spawn(process.execPath, ['-e', code], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  return { child, ended: once(child, 'exit') };
}

describe('a process with everything it started', () => {
  before(function () {
    if (process.platform === 'win32') {
      this.skip();
    }
  });

  it('ends where no process can be looked at, because its group is known', async () => {
    const { child, ended } = await deafProcess();
    const tree = new ProcessTree(child.pid ?? 0, 'none', () => Promise.resolve([]));
    assert.equal((await tree.members()).length, 1);
    assert.equal(await tree.residentBytes(), 0);
    await tree.end();
    assert.deepEqual(await ended, [null, 'SIGKILL']);
    assert.deepEqual(await tree.members(), []);
  });

  it('does not end a stranger that has got the number of one of its processes', async () => {
    const { child, ended } = await deafProcess();
    const stranger = { pid: child.pid ?? 0, parent: 1, group: 1, residentBytes: 5 };
    const member = { pid: 4_000_001, parent: 1, group: 4_000_000, residentBytes: 7 };
    let processes = [
      { ...member, started: '10' },
      { ...stranger, parent: member.pid, started: '20' },
    ];
    const tree = new ProcessTree(member.group, 'none', () => Promise.resolve(processes));
    assert.equal(await tree.residentBytes(), 12);
    processes = [{ ...stranger, started: '30' }];
    assert.deepEqual(await tree.members(), []);
    await tree.end();
    assert.equal(child.exitCode ?? child.signalCode, null);
    child.kill('SIGKILL');
    await ended;
  });
});
