// Order now, fetch later: in the background, several at once, cancelled, and too late.
import { setTimeout as sleep } from 'node:timers/promises';

async function cook(dish: string, seconds: number, signal?: AbortSignal): Promise<string> {
  console.log(`${dish}: on the stove`);
  try {
    await sleep(seconds * 1000, undefined, { signal });
    return `${dish}, hot`;
  } catch (error) {
    console.log(`${dish}: taken off the stove`);
    throw error;
  }
}

async function inBackground(): Promise<void> {
  let done = false; // a promise does not say: keep your own note
  const order = cook('pasta', 1.0).finally(() => {
    done = true;
  });
  console.log(`pasta order, done: ${done}`);
  await sleep(400);
  console.log(`table laid, done: ${done}`);
  console.log(await order);
  console.log(`done: ${done}, result: ${await order}`);
}

async function several(): Promise<void> {
  const orders = ['soup', 'stew', 'cake'].map((dish) => ({ dish, order: cook(dish, 0.5) }));
  for (const { dish, order } of orders) {
    console.log(`${dish}: ${await order}`);
  }
}

async function changedMind(): Promise<void> {
  const guest = new AbortController();
  const order = cook('roast', 5.0, guest.signal);
  await sleep(300);
  console.log('the guest leaves');
  guest.abort();
  try {
    await order;
  } catch (error) {
    console.log(`roast, ${(error as Error).name}: ${guest.signal.aborted}`);
  }
}

async function tooLate(): Promise<void> {
  const patience = AbortSignal.timeout(500);
  try {
    console.log(await cook('goose', 5.0, patience));
  } catch (error) {
    if (!patience.aborted) {
      throw error;
    }
    console.log('goose: not in time');
  }
}

await inBackground();
await several();
await changedMind();
await tooLate();
