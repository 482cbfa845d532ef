import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Reader } from './reader';
import { folderWith, nodes, runRecorded } from './recorded';

const lines = (...all: readonly string[]): string => all.join('\n');

const prelude = lines(
  'const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));',
  'function busy(ms: number): void { const start = performance.now(); while (performance.now() - start < ms); }',
  'async function job(name: string): Promise<string> {',
  '  await sleep(60);',
  '  return name;',
  '}',
  'async function hog(): Promise<void> {',
  '  await sleep(20);',
  '  busy(200);',
  '}',
);

const programs = {
  'sequential.ts': lines(
    prelude,
    'async function main() {',
    "  await job('a');",
    "  await job('b');",
    "  await job('c');",
    '}',
    'void main();',
  ),
  'together.ts': lines(
    prelude,
    'async function main() {',
    "  await Promise.all([job('a'), job('b'), job('c')]);",
    '}',
    'void main();',
  ),
  'blocked.ts': lines(
    prelude,
    'async function main() {',
    "  await Promise.all([job('a'), job('b'), hog()]);",
    '}',
    'void main();',
  ),
  'stored.ts': lines(
    prelude,
    'async function main() {',
    "  const first = job('a');",
    '  await sleep(10);',
    '  await first;',
    "  return job('tail');",
    '}',
    'void main();',
  ),
  'callback.js': lines(
    "const fs = require('node:fs');",
    'setTimeout(() => { const end = Date.now() + 120; while (Date.now() < end); }, 20);',
    'async function main() {',
    '  await new Promise((resolve) => setTimeout(resolve, 40));',
    '  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);',
    '  fs.readFileSync(__filename);',
    '}',
    'main();',
  ),
};

for (const node of nodes) {
  describe(`The recorded times on ${node}`, () => {
    const folder = folderWith(programs);
    const read = async (name: keyof typeof programs): Promise<Reader> => {
      const { events, stderr, code } = await runRecorded(join(folder.path, name), { node });
      assert.deepEqual([stderr, code], ['', 0]);
      return new Reader(events);
    };
    after(() => {
      folder.remove();
    });

    it('show awaits in a row one after another', async () => {
      const reader = await read('sequential.ts');
      const main = reader.lane('main');
      const jobs = reader.lanes('job');
      assert.equal(jobs.length, 3);
      assert.deepEqual(
        reader.all('nest').map(([, , inner, outer]) => [inner, outer]),
        jobs.map((job) => [job, main]),
      );
      assert.deepEqual(
        [...reader.story(main)],
        ['run 11', 'wait 12 job', 'run 12', 'wait 13 job', 'run 13', 'wait 14 job', 'run 14', 'end done'],
      );
      assert.deepEqual([...reader.story(jobs[0] ?? 0)], ['run 3', 'wait 4 sleep', 'run 4', 'end done']);
      const lives = jobs.map((job) => reader.life(job));
      assert.ok((lives[1]?.[0] ?? 0) >= (lives[0]?.[1] ?? Infinity));
      assert.ok((lives[2]?.[0] ?? 0) >= (lives[1]?.[1] ?? Infinity));
      const [created, ended] = reader.life(main);
      assert.ok(ended - created >= 177 && ended - created < 900, `${ended - created} ms`);
      assert.ok(reader.idle > 150 && reader.idle < reader.duration, `${reader.idle} ms idle`);
    });

    it('show members of Promise.all together', async () => {
      const reader = await read('together.ts');
      const main = reader.lane('main');
      const [created, ended] = reader.life(main);
      assert.ok(ended - created >= 58 && ended - created < 165, `${ended - created} ms`);
      assert.equal(reader.all('nest').length, 0);
      const wait = reader.all('wait').find(([, , lane]) => lane === main);
      assert.deepEqual(wait?.slice(3), [12, 'Promise.all', reader.lanes('job')]);
    });

    it('show who could not go on while another held the loop', async () => {
      const reader = await read('blocked.ts');
      const [created, ended] = reader.life(reader.lane('main'));
      assert.ok(ended - created >= 215 && ended - created < 900, `${ended - created} ms`);
      for (const job of reader.lanes('job')) {
        const ready = reader.longestReady(job);
        assert.ok(ready > 100 && ready < 600, `ready for ${ready} ms`);
      }
      assert.ok(reader.longestReady(reader.lane('hog')) < 20);
    });

    it('leave a promise that is awaited later on a lane of its own', async () => {
      const reader = await read('stored.ts');
      const main = reader.lane('main');
      const [stored, tail] = reader.lanes('job');
      assert.deepEqual(
        reader.all('nest').map(([, , inner, outer]) => [inner, outer]),
        [[tail, main]],
      );
      const told = reader.all('wait').filter(([, , lane]) => lane === main);
      assert.deepEqual(
        told.map(([, , , line, on, lanes]) => [line, on, lanes]),
        [
          [13, 'sleep', []],
          [14, 'first', [stored]],
          [15, 'job', [tail]],
        ],
      );
      const [, tailEnd] = reader.life(tail ?? 0);
      assert.ok(reader.life(main)[1] >= tailEnd);
    });

    it('show what a callback and a blocking call took', async () => {
      const reader = await read('callback.js');
      const program = reader.lane('callback.js');
      const runs = reader.events.filter(
        (event) => (event[0] === 'run' || event[0] === 'wait') && event[2] === program,
      );
      const held = runs.map((event, index) => (runs[index + 1]?.[1] ?? event[1]) - event[1]);
      assert.ok(
        runs.some((event, index) => event[0] === 'run' && (held[index] ?? 0) >= 110),
        JSON.stringify(runs),
      );
      const [block, ...more] = reader.all('block');
      assert.equal(more.length, 0);
      assert.deepEqual(block?.slice(2, 5), [reader.lane('main'), 5, 'Atomics.wait']);
      assert.ok(block[5] >= 59 && block[5] < 200);
      assert.ok(reader.longestReady(reader.lane('main')) > 60);
    });
  });
}
