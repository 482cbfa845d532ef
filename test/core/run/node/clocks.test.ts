import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Reader } from './reader';
import { folderWith, nodes, runPlain, runRecorded } from './recorded';

const sleeping = "import { setTimeout as pause } from 'node:timers/promises';\n";

const programs = {
  'waits.mjs': `${sleeping}async function order() { await pause(20_000); }
for (let i = 0; i < 3; i++) await order();
console.log('done', Math.round(performance.now() / 1000 - began), new Date() - start >= 60_000, new Date().constructor === Date);
`.replace('async', 'const began = performance.now() / 1000, start = Date.now();\nasync'),
  'blocks.mjs': `${sleeping}const tick = (async () => { for (let i = 0; i < 3; i++) await pause(500); })();
async function lookup() { await pause(100); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000); }
await Promise.all([tick, lookup()]);
`,
  'spins.mjs': `const start = Date.now(), tick = process.hrtime();
while (Date.now() - start < 400);
console.log('spun', process.hrtime(tick)[0], process.hrtime.bigint() > 0n, performance.now() > 400);
`,
  'mixed.mjs': `${sleeping}import { readFile } from 'node:fs/promises';
const file = readFile(new URL(import.meta.url), 'utf8').then((text) => (text.length > 10 ? 'file' : ''));
console.log(await Promise.race([file, pause(60_000, 'timeout')]));
await pause(1e5, 0, { signal: AbortSignal.timeout(700) }).catch((error) => console.log(error.name));
let rings = 0; const bell = setInterval(() => { if (++rings === 4) clearInterval(bell); }, 250);
const again = setTimeout(() => console.log('rang', rings), 900); again.refresh();
let isOver = false; setTimeout(() => (isOver = true), 1200); while (!isOver) await new Promise(setImmediate);
console.log('over'); setTimeout(() => console.log('never'), 1e6).unref(); process.exitCode = 7;
`,
  'deadlock.js':
    "setTimeout(() => console.log('late'), 5000);\n(async () => { await new Promise(() => {}); })();\n",
  'deadlock.mjs': "console.log('begin');\nawait (async () => { await new Promise(() => {}); })();\n",
  'pool.js': `const { scrypt } = require('node:crypto'), { gzip } = require('node:zlib'), { exec } = require('node:child_process');
const first = (name, start) => new Promise((done) => { const timer = setTimeout(done, 60_000, 'timer'); start(() => { clearTimeout(timer); done(name); }); }).then(console.log);
(async () => {
  await first('scrypt', (done) => scrypt('a', 'b', 32, done));
  await first('gzip', (done) => gzip(Buffer.alloc(1e6), done));
  await first('sleep', (done) => exec('sleep 0.4', done));
  const { Worker } = require('node:worker_threads');
  const worker = new Worker('require("node:worker_threads").parentPort.on("message", () => {})', { eval: true });
  await first('online', (done) => worker.on('online', done));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await worker.terminate();
})();
`,
  'server.js': `const http = require('node:http'), { setTimeout: pause } = require('node:timers/promises');
const server = http.createServer(async (request, response) => { await pause(20_000); response.end('tea'); });
server.listen(0, async () => {
  const url = 'http://127.0.0.1:' + server.address().port;
  const began = Date.now();
  const answers = await Promise.all([fetch(url), fetch(url)]);
  console.log(await answers[0].text(), await (await fetch(url)).text(), Math.round((Date.now() - began) / 1000));
  await pause(10_000);
  server.close(() => console.log('closed'));
});
`,
  'tells.js': `const shown = [];
console.time('nap'); const began = process.uptime();
performance.mark('a');
setTimeout(() => {
  console.timeEnd('nap');
  performance.mark('b');
  console.log(Math.round(performance.measure('ab', 'a', 'b').duration / 100), Math.round(performance.measure('c', { start: 'a' }).duration / 100), Math.round(performance.measure('a').duration) > 2000, Math.round(process.uptime() - began));
}, 2000);
`,
  'order.js': `const log = (...all) => process.stdout.write(all.join(' ') + ' ');
const every = setInterval(() => { log('i'); setTimeout(() => log('n'), 10); }, 10); setTimeout(() => clearInterval(every), 25);
const kept = setTimeout(() => log('kept'), 40); kept.unref(); log(kept.hasRef()); kept.ref(); log(kept.hasRef());
const again = setTimeout(() => { log('again'); if (!again.done) { again.done = true; again.refresh(); } }, 17);
const cleared = setTimeout(() => log('cleared'), 5); clearTimeout(cleared); cleared.refresh();
setTimeout(() => { setImmediate(() => log('I')); setTimeout(() => log('T'), 0); process.nextTick(() => log('N')); Promise.resolve().then(() => log('P')); }, 60);
setTimeout(() => { const until = Date.now() + 30; while (Date.now() < until); log('held'); }, 70);
setTimeout(() => log('a1'), 78); setTimeout(() => log('b1'), 80); setTimeout(() => setTimeout(() => log('a2'), 78), 12); setTimeout(() => log('b2'), 80); setTimeout(() => log('c'), 84);
process.on('beforeExit', () => log('empty'));
`,
  'ties.js': `const log = [];
for (const [name, delay] of [['a', 30], ['b', 10], ['c', 20], ['d', 10], ['e', 0]]) setTimeout(() => { log.push(name); Promise.resolve().then(() => log.push(name + '1')); process.nextTick(() => log.push(name + '0')); }, delay);
const gone = setTimeout(() => log.push('gone'), 20); setTimeout(() => clearTimeout(gone), 10);
process.on('exit', () => console.log(log.join(' ')));
`,
};

for (const node of nodes) {
  for (const clock of node === nodes[0] ? (['skip-idle', 'virtual'] as const) : (['virtual'] as const)) {
    describe(`The clock ${clock} on ${node}`, () => {
      const folder = folderWith(programs);
      const run = async (
        name: keyof typeof programs,
      ): Promise<{ reader: Reader; stdout: string; code: number | null }> => {
        const { events, stdout, stderr, code } = await runRecorded(join(folder.path, name), { node, clock });
        assert.equal(stderr, '');
        return { reader: new Reader(events), stdout, code };
      };
      const assertNear = (time: number, expected: number): void => {
        const least = clock === 'virtual' ? 0.1 : 20;
        const most = clock === 'virtual' ? 1 : 400;
        assert.ok(time >= expected - least && time <= expected + most, `${time} instead of ${expected} ms`);
      };
      after(() => {
        folder.remove();
      });

      it('sleeps in no time, and says how long that was', async () => {
        const began = performance.now();
        const { reader, stdout } = await run('waits.mjs');
        assert.ok(performance.now() - began < 30_000);
        assert.equal(stdout, 'done 60 true true\n');
        assert.deepEqual(reader.all('start')[0]?.[2].clock, clock);
        assertNear(reader.duration, 60_000);
        assertNear(reader.idle, 60_000);
        for (const [index, order] of reader.lanes('order').entries()) {
          assertNear(reader.life(order)[0], index * 20_000);
        }
      });

      it('shows a thread that sleeps at full length', async () => {
        const { reader } = await run('blocks.mjs');
        assertNear(reader.duration, 4100);
        const [block] = reader.all('block');
        assert.deepEqual(block?.slice(2, 5), [reader.lane('lookup'), 3, 'Atomics.wait']);
        assertNear(block[5], 3000);
        assertNear(reader.longestReady(reader.lane('anonymous')), 2600);
      });

      it('ends a loop that looks at the clock', async () => {
        const { reader, stdout } = await run('spins.mjs');
        assert.equal(stdout, 'spun 0 true true\n');
        assert.ok(reader.duration >= 399 && reader.duration < 800, `${reader.duration} ms`);
      });

      it('waits for what no timer ends, and keeps timers of every kind', async () => {
        const { stdout, code } = await run('mixed.mjs');
        assert.match(
          stdout,
          clock === 'virtual' ? /^file\nAbortError\nrang 3\nover\n$/ : /^file\nAbortError\nrang \d\nover\n$/,
        );
        assert.equal(code, 7);
      });

      it('lets a program end that waits for nothing that could come, and says so', async () => {
        const { reader, stdout } = await run('deadlock.js');
        assert.equal(stdout, 'late\n');
        assertNear(reader.duration, 5000);
        assert.ok(Number.isNaN(reader.life(reader.lane('anonymous'))[1]));
        assert.ok(reader.events.map<string>(([tag]) => tag).includes('deadlock'));
        const file = join(folder.path, 'deadlock.mjs');
        const plain = await runPlain(file, { node });
        const recorded = await runRecorded(file, { node, clock });
        assert.deepEqual([recorded.stdout, recorded.code], [plain.stdout, plain.code]);
        assert.ok(recorded.events.map<string>(([tag]) => tag).includes('deadlock'));
      });

      it('waits for what goes on in other threads and processes', async () => {
        const { stdout } = await run('pool.js');
        assert.equal(stdout, 'scrypt\ngzip\nsleep\nonline\n');
      });

      it('skips while a program waits for an answer of its own', async () => {
        const { reader, stdout } = await run('server.js');
        assert.match(stdout, /^tea tea 4[01]\nclosed\n$/);
        // On a busy machine the first request takes longer than the next of the timers that `fetch` has of its own.
        assert.ok(reader.duration >= 49_999 && reader.duration < 52_000, `${reader.duration} ms`);
      });

      it('is told by all that tells the time', async () => {
        const { stdout } = await run('tells.js');
        assert.match(stdout, /^nap: (?:2\.\d+|1\.999)s\n2\d 2\d true 2\n$/);
      });

      it('keeps the order and the references of timers', async () => {
        const { stdout } = await run('order.js');
        const inOrder = 'false true i again n i n again kept N P I T held a1 a2 b1 b2 c empty ';
        assert.equal(clock === 'virtual' ? stdout : inOrder, inOrder);
        assert.deepEqual(new Set(stdout.split(' ')), new Set(inOrder.split(' ')));
      });

      it('calls timers in the order they are due', async () => {
        const { stdout } = await run('ties.js');
        assert.equal(stdout, 'e e0 e1 b b0 b1 d d0 d1 c c0 c1 a a0 a1\n');
      });
    });
  }
}
