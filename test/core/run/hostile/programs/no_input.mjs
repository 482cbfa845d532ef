// Closes its standard input, and reads from it.
import { closeSync, readSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

async function main() {
  closeSync(0);
  try {
    readSync(0, new Uint8Array(1));
  } catch {
    await sleep(20);
    console.log('done');
  }
}

await main();
