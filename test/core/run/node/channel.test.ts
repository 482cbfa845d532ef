import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Reader } from './reader';
import { folderWith, nodes, runRecorded } from './recorded';

const programs = {
  'ticks.js': `const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
(async () => { for (let i = 0; i < 4; i++) { await sleep(100); console.log('tick', i); } })();
`,
  'child.js': `const { spawnSync, fork } = require('node:child_process');
const fs = require('node:fs');
const look = "try { const s = require('fs').fstatSync(3); console.log(s.isSocket() || s.isFIFO()) } catch { console.log(false) }";
console.log(spawnSync(process.execPath, ['-e', look]).stdout.toString().trim());
if (process.argv[2] === 'forked') process.send(typeof __asyncTutor); else {
  const child = fork(__filename, ['forked'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.on('message', (seen) => console.log('in the child:', seen));
}
const { Worker } = require('node:worker_threads');
new Worker("require('node:worker_threads').parentPort.postMessage(typeof __asyncTutor)", { eval: true }).on('message', (seen) => console.log('in the worker:', seen));
`,
  'many.js': `(async () => { for (let i = 0; i < 10000; i++) {\n await null;\n await null; }\n console.log('done'); })();\n`,
  'wait.js': `console.log('before'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);\n`,
};

for (const node of nodes) {
  describe(`The recorder's channel on ${node}`, () => {
    const folder = folderWith(programs);
    const at = (name: keyof typeof programs): string => join(folder.path, name);
    after(() => {
      folder.remove();
    });

    it('is live while the loop turns, and before a call that blocks', async () => {
      for (const [name, awaited] of [
        ['ticks.js', 'tick 0'],
        ['wait.js', 'before'],
      ] as const) {
        let cameAt = 0;
        const { events } = await runRecorded(at(name), {
          node,
          onChannel: (channel) => {
            channel.on('data', (bytes: Buffer) => {
              cameAt ||= bytes.includes(awaited) ? performance.now() : 0;
            });
          },
        });
        assert.ok(performance.now() - cameAt > 250, `${awaited} came at the end`);
        assert.equal(events.at(-1)?.[0], 'exit');
      }
    });

    it('belongs to the program alone, not to what it starts', async () => {
      const { stdout, events } = await runRecorded(at('child.js'), { node });
      const [first, ...later] = stdout.trim().split('\n');
      assert.equal(first, 'false');
      assert.deepEqual(later.sort(), ['in the child: undefined', 'in the worker: undefined']);
      assert.equal(new Reader(events).all('start').length, 1);
    });

    it('can be closed without the program taking notice', async () => {
      const { stdout, stderr, code } = await runRecorded(at('many.js'), {
        node,
        onChannel: (channel) => channel.destroy(),
      });
      assert.deepEqual([stdout, stderr, code], ['done\n', '', 0]);
    });

    it('ends at its limit, in whole lines', async () => {
      const { stdout, events } = await runRecorded(at('many.js'), { node, traceBytes: 100_000 });
      assert.equal(stdout, 'done\n');
      assert.ok(events.length > 1000 && events.length < 5000, `${events.length} events`);
      assert.notEqual(events.at(-1)?.[0], 'exit');
    });
  });
}
