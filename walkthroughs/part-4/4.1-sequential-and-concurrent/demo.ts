// Three dishes that do not need each other, awaited one after another. How long will it take?
import { setTimeout as sleep } from 'node:timers/promises';

async function cook(dish: string, seconds: number): Promise<string> {
  console.log(`${dish}: start`);
  await sleep(seconds * 1000);
  console.log(`${dish}: done`);
  return dish;
}

async function main(): Promise<void> {
  const started = performance.now();
  const soup = await cook('soup', 1);
  const stew = await cook('stew', 1);
  const cake = await cook('cake', 1);
  console.log(`${soup}, ${stew}, ${cake}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

await main();
