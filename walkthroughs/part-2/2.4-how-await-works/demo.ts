// One function pauses twice, another uses the gaps. Then: an await that has nothing to wait for.
import { setTimeout as sleep } from 'node:timers/promises';

async function askKitchen(): Promise<string> {
  await sleep(600);
  return 'soup';
}

async function writeDown(dish: string): Promise<void> {
  await sleep(600);
  console.log(`   written down: ${dish}`);
}

async function serveTable1(): Promise<void> {
  console.log('1. order handed in');
  const dish = await askKitchen(); // pause
  console.log('2. food is here');
  await writeDown(dish); // pause again
  console.log('3. done');
}

async function serveOthers(): Promise<void> {
  for (const table of [2, 3, 4, 5]) {
    console.log(`   meanwhile at table ${table}`);
    await sleep(250);
  }
}

await Promise.all([serveTable1(), serveOthers()]);

const kitchen = askKitchen();
await kitchen;
queueMicrotask(() => console.log('the next one on the list'));
const dish = await kitchen; // is done already
console.log(`again: ${dish}`);
