// The price of bread, asked for at four markets at once. One market does not answer.
import { setTimeout as sleep } from 'node:timers/promises';

const answers = new Map([
  ['north', 2.1],
  ['east', 1.95],
  ['south', 2.3],
]);

async function httpGet(market: string): Promise<number> {
  console.log(`asking ${market}`);
  await sleep(1000); // stands for a real request
  const price = answers.get(market);
  if (price === undefined) {
    throw new Error(`${market} does not answer`);
  }
  return price;
}

async function safeGet(market: string): Promise<{ market: string; price?: number; error?: string }> {
  try {
    return { market, price: await httpGet(market) };
  } catch (error) {
    return { market, error: (error as Error).message };
  }
}

const markets = ['north', 'east', 'south', 'west'];
const started = performance.now();
const results = await Promise.all(markets.map((market) => safeGet(market)));
const prices = results.filter(({ price }) => price !== undefined);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${prices.length} of ${markets.length} prices in ${seconds} s`);
for (const { market, price } of prices) {
  console.log(`  ${market}: ${price?.toFixed(2)}`);
}
for (const { error } of results) {
  if (error !== undefined) {
    console.log(`  ${error}`);
  }
}
