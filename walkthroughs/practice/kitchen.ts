// Yours to mend: three mistakes are hiding here.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

async function readRecipe(path: string): Promise<string> {
  return readFileSync(path, 'utf8');
}

async function taste(dish: string): Promise<void> {
  await sleep(100);
  console.log(`tasting ${dish}`);
}

function bake(dish: string): Promise<string> {
  return new Promise(async (resolve) => {
    await sleep(500);
    resolve(`${dish}, hot`);
  });
}

const recipe = await readRecipe('recipe.txt').catch(() => 'lasagne');
const dish = await bake(recipe);
taste(dish);
