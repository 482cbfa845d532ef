// A function that can stop half-way. What is printed first?
import { setTimeout as sleep } from 'node:timers/promises';

function season(dish: string): void {
  console.log(`${dish}: salt`); // a plain function: nobody comes in between
  console.log(`${dish}: pepper`);
}

async function recipe(dish: string): Promise<void> {
  console.log(`${dish}: chop`);
  await sleep(500);
  season(dish);
  await sleep(500);
  console.log(`${dish}: ready`);
}

const soup = recipe('soup');
console.log('the recipe is called');
await Promise.all([soup, recipe('stew')]);
