// Prints one line of a million characters, in a few pieces.
import { setTimeout as sleep } from 'node:timers/promises';

async function main() {
  for (let piece = 0; piece < 4; piece++) {
    process.stdout.write('xä'.repeat(125_000));
    await sleep(10);
  }
}

await main();
