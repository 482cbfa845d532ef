// Deletes the folder that it runs in.
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

async function main() {
  const folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
  process.chdir(folder);
  rmdirSync(folder);
  await sleep(20);
  console.log('done');
}

await main();
