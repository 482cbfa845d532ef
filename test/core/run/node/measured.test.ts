import { join } from 'node:path';
import { assertAsMeasured, type Measured } from '../measured';
import { folderWith, nodes, runRecorded, traceOf } from './recorded';

const program = `const zero = performance.now();
const measured = [];
const now = () => performance.now() - zero;
const tell = (lane, state, start, end) => measured.push([lane, state, start, end]);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const busy = (ms) => { for (const end = now() + ms; now() < end;); };
let open, opened;
async function hog() {
  const start = now();
  await sleep(20);
  const resumed = now();
  busy(250);
  tell('hog', 'waiting', start, resumed);
  tell('hog', 'blocked', resumed, now());
}
async function guest() {
  const start = now();
  await sleep(100);
  const resumed = now();
  busy(30);
  tell('guest', 'waiting', start, start + 100);
  tell('guest', 'ready', start + 100, resumed);
  tell('guest', 'running', resumed, now());
}
async function waiter() {
  const start = now();
  await new Promise((resolve) => { open = resolve; });
  tell('waiter', 'waiting', start, opened);
  tell('waiter', 'ready', opened, now());
}
async function cook() {
  const start = now();
  await sleep(60);
  opened = now();
  open();
  busy(40);
  tell('cook', 'waiting', start, opened);
  tell('cook', 'running', opened, now());
}
async function main() {
  const start = now();
  await Promise.all([hog(), guest()]);
  const served = now();
  await Promise.all([waiter(), cook()]);
  const closed = now();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 80);
  tell('main', 'waiting', start, served);
  tell('main', 'waiting', served, closed);
  tell('main', 'blocked', closed, now());
}
main().then(() => console.log(JSON.stringify(measured)));
`;

for (const node of nodes) {
  describe(`What a program measures of itself on ${node}`, function () {
    this.timeout(120_000);

    it('is what the trace shows, within 5 ms or 2 %', async () => {
      const folder = folderWith({ 'restaurant.js': program });
      const file = join(folder.path, 'restaurant.js');
      await assertAsMeasured(async () => {
        const recorded = await runRecorded(file, { node });
        return { trace: traceOf(recorded, file), measured: JSON.parse(recorded.stdout) as Measured[] };
      }, ['hog', 'cook']);
      folder.remove();
    });
  });
}
