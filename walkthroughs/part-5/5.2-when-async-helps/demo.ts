// Ten markets answer after 0.1, 0.2 ... 1.0 seconds. Then five guests share two tables.
import { setTimeout as sleep } from 'node:timers/promises';

async function askMarket(number: number): Promise<number> {
  await sleep(number * 100);
  return 2 + ((number * 7) % 10) / 10;
}

async function table(guests: Iterator<number>): Promise<void> {
  for (let next = guests.next(); !next.done; next = guests.next()) {
    console.log(`guest ${next.value}: sits down`);
    await sleep(300);
  }
}

const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);

const asking = performance.now();
const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
const prices = await Promise.all(numbers.map((number) => askMarket(number)));
console.log(`best of ${prices.length} prices: ${Math.min(...prices).toFixed(1)}, after ${seconds(asking)} s`);

const seating = performance.now();
const guests = [1, 2, 3, 4, 5].values(); // one queue of guests, shared by both tables
await Promise.all([table(guests), table(guests)]);
console.log(`five guests: ${seconds(seating)} s`);
