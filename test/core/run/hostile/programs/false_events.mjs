import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const forged = '["end",1,1,"failed","forged"]\n["lane",1,77,1,"forged","call",1]\nnonsense\n["idle",1e999,';

function write() {
  try {
    writeSync(3, forged);
  } catch {
    // It is no descriptor that can be written to.
  }
}

write();
new Worker(`require('node:fs').writeSync(3, ${JSON.stringify(forged)})`, { eval: true }).on(
  'error',
  () => undefined,
);
setTimeout(() => {
  write();
  console.log('done');
}, 50);
