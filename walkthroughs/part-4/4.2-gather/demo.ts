// Three dishes ordered together; then one of two burns. How long, in which order, and what becomes of the other?
import { setTimeout as sleep } from 'node:timers/promises';

async function cook(dish: string, seconds: number): Promise<string> {
  console.log(`${dish}: start`);
  await sleep(seconds * 1000);
  console.log(`${dish}: done`);
  return dish;
}

async function burn(dish: string, seconds: number): Promise<string> {
  await sleep(seconds * 1000);
  throw new Error(`${dish} is burnt`);
}

const started = performance.now();
const dishes = await Promise.all([cook('soup', 1.0), cook('bread', 0.5), cook('stew', 0.8)]);
console.log(`${dishes.join(', ')}: ${((performance.now() - started) / 1000).toFixed(1)} s`);

console.log('-- one burns');
try {
  await Promise.all([cook('goose', 0.6), burn('cake', 0.2)]);
} catch (error) {
  console.log(`raised at once: ${(error as Error).message}`);
}
await sleep(600);

console.log('-- errors as results');
const results = await Promise.allSettled([cook('fish', 0.6), burn('tart', 0.2)]);
for (const result of results) {
  console.log(
    result.status === 'fulfilled' ? `dish: ${result.value}` : `error: ${(result.reason as Error).message}`,
  );
}
