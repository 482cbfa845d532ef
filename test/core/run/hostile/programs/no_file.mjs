// Deletes its own file, and fails later on, so that somebody asks for the line.
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

async function main() {
  rmSync(process.argv[1] ?? '');
  await sleep(20);
  throw new RangeError('here');
}

await main();
