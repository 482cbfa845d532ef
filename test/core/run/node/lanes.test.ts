import assert from 'node:assert/strict';
import { join } from 'node:path';
import { launch } from '../../../../src/core/run/launch';
import { defaultLimits } from '../../../../src/core/run/limits';
import { nodeCommand } from '../../../../src/core/run/node';
import type { RunRequest } from '../../../../src/core/run/run';
import { runsBeside } from '../../../../src/core/trace/events';
import { Reader } from './reader';
import { assertSame, folderWith, nodes, registerPath, runRecorded } from './recorded';

const block = '(ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)';

const programs = {
  'chains.js': `const block = ${block};
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function order() {
  await sleep(100);
}
async function main() {
  await order().then(
    () => block(200),
  );
  await Promise.all([order().catch(() => 0).finally(() => 1), order()]);
}
main();
`,
  'callbacks.mjs': `const block = ${block};
setTimeout(() => {
  block(60);
}, 10);
setImmediate(function () { queueMicrotask(() => { 1; }); });
await new Promise((resolve) => setTimeout(resolve, 100));
process.nextTick(() => console.log('tick'));
await null;
`,
  'unheard.js': `process.on('unhandledRejection', () => undefined);
async function lost() { throw new Error('lost'); }
async function late() { throw new Error('late'); }
lost();
const later = late();
setTimeout(() => later.catch(() => undefined), 5);
`,
  'started.js': `const { Worker, isMainThread, parentPort } = require('node:worker_threads');
const { spawn, exec, execFile, fork } = require('node:child_process');
const ended = (started, event = 'exit') => new Promise((resolve) => started.once(event, resolve));
if (!isMainThread) {
  parentPort.postMessage('from the worker');
} else if (process.send) {
  process.send('from the fork');
  process.exitCode = 3;
  process.disconnect();
} else {
  (async () => {
    const worker = new Worker(new URL('file://' + __filename));
    worker.once('message', console.log);
    console.log(worker.eventNames(), await ended(worker));
    const idle = new Worker('setInterval(() => {}, 1000)', { eval: true });
    await ended(idle, 'online');
    console.log(await idle.terminate());
    const failing = new Worker('throw new Error("in vain")', { eval: true });
    const [error, code] = await Promise.all([ended(failing, 'error'), ended(failing)]);
    console.log(error.message, code);
    const forked = fork(__filename, { stdio: 'ignore' });
    forked.once('message', console.log);
    console.log(Object.keys(forked).length, forked.spawnfile === process.execPath, await ended(forked));
    console.log(await ended(exec('exit 0')), (await ended(spawn('no-such-program'), 'error')).code);
    const killed = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    killed.kill();
    console.log(await ended(killed));
  })();
}
`,
  'shown.js': `const cook = async (a, b = 1) => { await a /* here */; return { a, b }; };
class Kitchen { async #wash() { for await (const x of []) x; } static async close() { await this; } }
setTimeout(function late() { return 1; }, 1)
console.log(String(cook), Kitchen.toString(), \`\${Kitchen.close}\`, (() => 1).toString(), Function.prototype.toString.toString());
[() => 1].forEach((f) => console.log(f + ''));
try { Function.prototype.toString.call({}); } catch (error) { console.log(error.name, error.message); }
Promise.resolve(function () { return 'x'; }).then((f) => { console.log(f.toString(), f()); });
`,
  'named.js': `const block = ${block};
const { EventEmitter } = require('node:events');
const emitter = new EventEmitter();
function work() {
  block(30);
}
class Shop {
  opened() {
    block(40);
  }
}
const handle = (order) => {
  block(50);
};
setTimeout(work, 10);
emitter.on('open', new Shop().opened);
setTimeout(() => { emitter.emit('open'); }, 100);
new Promise((resolve) => setTimeout(resolve, 200)).then(handle);
emitter.off('open', work);
console.log(work.length, handle.name, String(work).length, emitter.listeners('open')[0] === Shop.prototype.opened);
`,
  'files.mjs': `import { brew } from './parts/tea.mjs';
import { pour } from './parts/cups/cup.cjs';
await brew();
await pour();
`,
  'parts/tea.mjs': `export async function brew() {
  await null;
}
`,
  'parts/cups/cup.cjs': `exports.pour = async function () {
  setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20), 5);
  await new Promise((resolve) => setTimeout(resolve, 40));
};
`,
  'flood.js': "for (;;) console.log('x'.repeat(10000));\n",
  'flood-of-errors.js':
    "(async () => { for (;;) { process.stderr.write('e'.repeat(3000)); await null; } })();\n",
};

for (const node of nodes) {
  describe(`What the recorder tells on ${node}`, () => {
    const folder = folderWith(programs);
    const at = (name: keyof typeof programs): string => join(folder.path, name);
    const read = async (name: keyof typeof programs): Promise<Reader> =>
      new Reader((await runRecorded(at(name), { node, clock: 'virtual' })).events);
    after(() => {
      folder.remove();
    });

    it('which calls are behind a chain of promises, and who runs in it', async () => {
      const reader = await read('chains.js');
      const main = reader.lane('main');
      const [first, ...others] = reader.lanes('order');
      const waits = reader.all('wait').filter(([, , lane]) => lane === main);
      assert.deepEqual(
        waits.map(([time, , , line, on, lanes]) => [time, line, on, lanes]),
        [
          ['wait', 7, 'order(…).then', [first]],
          ['wait', 10, 'Promise.all', others],
        ],
      );
      const program = reader.lane('chains.js');
      assert.deepEqual(reader.all('block'), [['block', 300, program, 1, 'Atomics.wait', 200]]);
      assert.ok(
        reader.all('run').some(([, time, lane, line]) => time === 100 && lane === program && line === 8),
      );
    });

    it('what callbacks do while the program awaits', async () => {
      const reader = await read('callbacks.mjs');
      const callbacks = reader.lane('callbacks');
      assert.deepEqual(reader.all('block'), [['block', 70, callbacks, 1, 'Atomics.wait', 60]]);
      const runs = reader.all('run').filter(([, , lane]) => lane === callbacks);
      assert.deepEqual(runs, [['run', 10, callbacks, 2]]);
      assert.deepEqual(reader.story(callbacks).at(-1), 'end done');
      assert.deepEqual(reader.life(reader.lane('callbacks.mjs')), [0, 100]);
    });

    it('where the callbacks are that have a name', async () => {
      const { recorded } = await assertSame(at('named.js'), { node });
      assert.equal(recorded.stdout, '0 handle 32 true\n');
      const reader = await read('named.js');
      const program = reader.lane('named.js');
      const runs = reader.all('run').filter(([, time, lane]) => lane === program && time > 0);
      assert.deepEqual(
        runs.map(([, time, , line]) => [time, line]),
        [
          [10, 4],
          [100, 17],
          [200, 12],
        ],
      );
    });

    it('in which file a line is', async () => {
      const { recorded } = await assertSame(at('files.mjs'), { node });
      const reader = new Reader(recorded.events);
      const files = new Map(reader.all('file').map(([, , number, path]) => [number, path]));
      assert.deepEqual([...files.values()].sort(), ['parts/cups/cup.cjs', 'parts/tea.mjs']);
      const fileOf = (number: number | undefined): string | undefined =>
        number === undefined ? 'files.mjs' : files.get(number);
      assert.deepEqual(
        reader.all('lane').map(([, , , , name, , line, file]) => [name, line, fileOf(file)]),
        [
          ['files.mjs', 1, 'files.mjs'],
          ['brew', 1, 'parts/tea.mjs'],
          ['pour', 1, 'parts/cups/cup.cjs'],
          ['callbacks', null, 'files.mjs'],
        ],
      );
      assert.deepEqual(
        reader.all('block').map(([, , , line, , , file]) => [line, fileOf(file)]),
        [[2, 'parts/cups/cup.cjs']],
      );
      assert.deepEqual(
        reader
          .all('wait')
          .flatMap(([, , lane, line, , , file]) =>
            lane === 1 && line !== null ? [[line, fileOf(file)]] : [],
          ),
        [
          [3, 'files.mjs'],
          [4, 'files.mjs'],
        ],
      );
    });

    it('whose exception nobody asked for', async () => {
      const { events } = await runRecorded(at('unheard.js'), { node });
      const told: readonly (readonly unknown[])[] = events;
      assert.deepEqual(
        told.flatMap(([tag, , lane]) => (tag === 'unretrieved' ? [lane] : [])),
        [new Reader(events).lane('lost')],
      );
    });

    it('which threads and processes the program started, and how they ended', async () => {
      const { recorded } = await assertSame(at('started.js'), { node });
      const reader = new Reader(recorded.events);
      const started = reader.all('lane').filter(([, , , , , kind]) => runsBeside(kind));
      const ends = started.map(([, , id, parent, name, kind]) => {
        const end = reader.all('end').find(([, , lane]) => lane === id);
        return [kind, name, parent, end?.[3], end?.[4]];
      });
      const parent = reader.lane('anonymous');
      const named = node.endsWith('node') ? 'node' : 'node.exe';
      assert.deepEqual(ends, [
        ['thread', 'started.js', parent, 'done', null],
        ['thread', 'Worker', parent, 'cancelled', null],
        ['thread', 'Worker', parent, 'failed', 'Error: in vain'],
        ['process', `${named} started.js`, parent, 'failed', 'exit code 3'],
        ['process', 'exit 0', parent, 'done', null],
        ['process', 'no-such-program', parent, 'failed', 'Error: spawn no-such-program ENOENT'],
        ['process', `${named} -e setInterval(() => {}, 1000)`.slice(0, 40), parent, 'cancelled', null],
      ]);
    });

    it('nothing of itself in the source that functions show', async () => {
      await assertSame(at('shown.js'), { node });
    });

    for (const name of ['flood.js', 'flood-of-errors.js'] as const) {
      it(`so much that a flood of output ends at its limit: ${name}`, async () => {
        const request: RunRequest = {
          language: 'typescript',
          file: at(name),
          args: [],
          cwd: folder.path,
          clock: 'real',
          interpreter: [node],
          environment: {},
          stdin: 'none',
          limits: defaultLimits,
        };
        const run = launch(request, nodeCommand(request, registerPath), {
          onEvents: () => undefined,
          onOutput: () => undefined,
        });
        const { exit } = await run.done;
        assert.equal(exit.reason, 'output-limit');
      });
    }
  });
}
