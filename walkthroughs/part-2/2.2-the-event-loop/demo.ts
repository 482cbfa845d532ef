// Three orders, handed in one after another. In which order are they served?
import { setTimeout as sleep } from 'node:timers/promises';

async function order(table: number, cooking: number): Promise<void> {
  console.log(`table ${table}: order handed in`);
  await sleep(cooking);
  console.log(`table ${table}: served`);
}

async function main(): Promise<void> {
  queueMicrotask(() => console.log('from the list: light the candles'));
  console.log('the manager writes the list');
  await Promise.all([order(1, 1500), order(2, 500), order(3, 1000)]);
  console.log('the list is empty');
}

await main();
