import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { TraceEvent } from '../../../../src/core/trace/events';
import { Reader } from './reader';
import { folderWith, nodes, runRecorded } from './recorded';

const sleep = 'const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\n';
const block = '(ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)';

const programs = {
  'orders.js': `${sleep}async function order(ms) {
  await sleep(ms);
}
async function main() {
  await order(40);
  await Promise.all([order(300), order(120), order(200.7)]);
  await Promise.race([order(50), order(70)]);
}
main();
`,
  'kitchen.js': `${sleep}const queue = [], hungry = [];
const put = (dish) => (hungry.length > 0 ? hungry.shift()(dish) : queue.push(dish));
const take = () => (queue.length > 0 ? queue.shift() : new Promise((resolve) => hungry.push(resolve)));
async function cook() {
  for (let dish = 0; dish < 3; dish++) {
    await sleep(100);
    put(dish);
  }
}
async function waiter() {
  for (let served = 0; served < 3; served++) {
    await take();
    await sleep(30);
  }
}
cook();
waiter();
`,
  'hog.js': `${sleep}const block = ${block};
async function hog() {
  await sleep(20);
  block(250);
}
async function guest() {
  await sleep(100);
}
hog();
guest();
let ticks = 0;
const ticking = setInterval(() => ++ticks === 4 && clearInterval(ticking), 90);
`,
};

/** Everything but what differs from process to process. */
function comparable(events: readonly TraceEvent[]): readonly (readonly unknown[])[] {
  return events.map((event) => (event[0] === 'start' ? ['start', event[1]] : event));
}

for (const node of nodes) {
  describe(`The times of the virtual clock on ${node}`, () => {
    const folder = folderWith(programs);
    const read = async (name: keyof typeof programs): Promise<Reader> => {
      const runs = [0, 1].map(() => runRecorded(join(folder.path, name), { node, clock: 'virtual' }));
      const [first, second] = await Promise.all(runs);
      assert.ok(first !== undefined && second !== undefined);
      assert.deepEqual([first.stderr, first.code], ['', 0]);
      assert.deepEqual(comparable(second.events), comparable(first.events));
      return new Reader(first.events);
    };
    after(() => {
      folder.remove();
    });

    it('are exact for awaits in a row and together', async () => {
      const reader = await read('orders.js');
      assert.deepEqual(
        reader.lanes('order').map((lane) => reader.life(lane)),
        [
          [0, 40],
          [40, 340],
          [40, 160],
          [40, 240],
          [340, 390],
          [340, 410],
        ],
      );
      assert.deepEqual(reader.life(reader.lane('main')), [0, 390]);
      assert.deepEqual([reader.idle, reader.duration], [410, 410]);
    });

    it('are exact for those who wait for each other', async () => {
      const reader = await read('kitchen.js');
      assert.deepEqual(reader.life(reader.lane('cook')), [0, 300]);
      assert.deepEqual(reader.life(reader.lane('waiter')), [0, 330]);
      const runs = reader.all('run').filter(([, , lane]) => lane === reader.lane('waiter'));
      assert.deepEqual(
        runs.map(([, time, , line]) => [time, line]),
        [
          [0, 11],
          [100, 13],
          [130, 14],
          [200, 13],
          [230, 14],
          [300, 13],
          [330, 14],
        ],
      );
      assert.deepEqual([reader.idle, reader.duration], [330, 330]);
    });

    it('are exact for who blocks the loop, and who is ready meanwhile', async () => {
      const reader = await read('hog.js');
      const [hog, guest] = [reader.lane('hog'), reader.lane('guest')];
      assert.deepEqual(reader.all('block'), [['block', 270, hog, 2, 'Atomics.wait', 250]]);
      assert.deepEqual(reader.life(hog), [0, 270]);
      assert.deepEqual(reader.life(guest), [0, 270]);
      assert.equal(reader.longestReady(guest), 170);
      // Ticks are due at 90, which is late, and then every 90 ms from there.
      assert.deepEqual([reader.idle, reader.duration], [290, 540]);
    });
  });
}
