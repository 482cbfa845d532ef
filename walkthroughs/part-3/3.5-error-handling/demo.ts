// An error in the kitchen travels up through every `await`. Where can it be caught?
import { setTimeout as sleep } from 'node:timers/promises';

class KitchenError extends Error {}

class SoldOut extends KitchenError {}

class Busy extends KitchenError {
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super(`busy, ask again in ${retryAfter / 1000} s`);
    this.retryAfter = retryAfter;
  }
}

async function cook(dish: string, crowded: boolean): Promise<string> {
  await sleep(300);
  if (dish === 'oysters') {
    throw new SoldOut('no oysters today');
  }
  if (crowded) {
    throw new Busy(500);
  }
  return `${dish}, hot`;
}

async function waiter(dish: string, crowded: boolean): Promise<string> {
  return await cook(dish, crowded); // no try here: the error passes through
}

async function serve(dish: string): Promise<void> {
  try {
    console.log(await waiter(dish, true));
  } catch (error) {
    if (error instanceof SoldOut) {
      console.log(`${dish}: ${error.message}`);
    } else if (error instanceof Busy) {
      console.log(`${dish}: ${error.message}`);
      await sleep(error.retryAfter);
      console.log(await waiter(dish, false));
    } else {
      throw error;
    }
  } finally {
    console.log(`${dish}: table cleared`);
  }
}

async function ticket(): Promise<void> {
  let order: Promise<string>;
  try {
    order = waiter('oysters', false);
    console.log('ordered, no error yet');
  } catch (error) {
    console.log(`caught at the call: ${(error as Error).message}`);
    return;
  }
  try {
    await order;
  } catch (error) {
    console.log(`caught at the await: ${(error as Error).message}`);
  }
}

await Promise.all([serve('oysters'), serve('soup')]);
await ticket();
