// Five mistakes in one evening. Which lines will be underlined, and what does each one cost?
import { setTimeout as sleep } from 'node:timers/promises';

async function serve(table: number): Promise<void> {
  const end = Date.now() + 500;
  while (Date.now() < end); // 1: the waiter stands at the kitchen door
  console.log(`table ${table}: served`);
}

async function sendBill(table: number): Promise<void> {
  await sleep(200);
  console.log(`table ${table}: paid`);
}

// 4: nothing is waited for
async function menu(): Promise<string> {
  return 'soup, stew, cake';
}

async function countSpoons(): Promise<number> {
  let spoons = 0;
  for (let drawer = 0; drawer < 100_000_000; drawer++) spoons += drawer % 10; // 5: nobody else runs meanwhile
  return spoons;
}

async function main(): Promise<void> {
  const started = performance.now();
  await Promise.all([serve(1), serve(2), serve(3)]);
  console.log(`three tables: ${((performance.now() - started) / 1000).toFixed(1)} s`);

  sendBill(1); // 2: a bill that nobody waits for

  // 3: a second, hidden async function; an error in it would not reach the promise
  await new Promise<void>(async (resolve) => {
    await sendBill(2);
    resolve();
  });

  console.log(await menu());
  console.log(`spoons: ${await countSpoons()}`);
}

await main();
