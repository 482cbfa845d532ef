// One waiter, three tables: first standing at the kitchen door, then not.
import { setTimeout as sleep } from 'node:timers/promises';

const cooking = 1000; // a second stands for ten minutes
const eating = 200;

async function serve(table: number): Promise<void> {
  console.log(`table ${table}: order taken`);
  await sleep(cooking);
  console.log(`table ${table}: food is ready`);
  await sleep(eating);
  console.log(`table ${table}: has eaten`);
}

async function standingWaiter(): Promise<void> {
  for (const table of [1, 2, 3]) {
    await serve(table);
  }
}

async function asyncWaiter(): Promise<void> {
  await Promise.all([serve(1), serve(2), serve(3)]);
}

console.log('-- the waiter who stands and waits');
await standingWaiter();
console.log('-- the waiter who goes on to the next table');
await asyncWaiter();
