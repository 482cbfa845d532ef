import assert from 'node:assert/strict';
import type { Worker } from 'node:worker_threads';
import { activated, diagnosticsOf, unsaved } from './support';

/** The checker's workers, as they are started: this file is loaded before the first one is needed. */
const workers: Worker[] = [];
process.on('worker', (worker) => {
  workers.push(worker);
});

const sleepy = 'import time\n\n\nasync def nap():\n    time.sleep(1)\n';

describe('the worker that checks', () => {
  before(activated);

  it('is replaced by another when it dies', async () => {
    await diagnosticsOf(await unsaved('python', sleepy), 1);
    const last = workers.at(-1);
    assert.ok(last);
    await last.terminate();
    const before = workers.length;
    await diagnosticsOf(await unsaved('python', `${sleepy}    time.sleep(2)\n`), 2);
    assert.equal(workers.length, before + 1);
  });
});
