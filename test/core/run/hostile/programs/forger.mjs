// Writes events of its own making to the recorder's descriptor, from a worker, while it works.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

const forging = `
const { writeSync } = require('node:fs');
const { parentPort } = require('node:worker_threads');
const forged = '["mark",1,1,"forged"]\\n["lane",1,7,null,"forged","task",1]\\n'.repeat(20);
for (let turn = 0; ; turn++) {
  try {
    writeSync(3, forged);
  } catch {}
  if (turn === 10) {
    parentPort.postMessage('at it');
  }
}`;

async function step() {
  for (let turn = 0; turn < 200; turn++) {
    await sleep(1);
  }
}

const worker = new Worker(forging, { eval: true });
await once(worker, 'message');
await Promise.all([step(), step()]);
await worker.terminate();
console.log('done');
