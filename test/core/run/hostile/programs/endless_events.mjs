import { setImmediate } from 'node:timers';

async function step() {
  await new Promise((done) => setImmediate(done));
}

for (let turn = 0; turn < 50; turn++) {
  await Promise.all(Array.from({ length: 50 }, step));
}
console.log('done');
