// Prints bytes that are no text in any encoding, and a half of a character.
import { setTimeout as sleep } from 'node:timers/promises';

async function main() {
  process.stdout.write(new Uint8Array([0xff, 0xfe, 0x00, 0x1b, 0x5b, 0x32, 0x4a, 0xc3]));
  await sleep(20);
  process.stdout.write('\ud800\n');
  process.stdout.write('done\n');
}

await main();
