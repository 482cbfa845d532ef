// One cook, two dishes. In which order do the steps come, and how many cooks does it take?
import { setTimeout as sleep } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';

const cooks = new Set<number>();

async function cook(dish: string, rest: number): Promise<void> {
  for (const step of ['chop', 'stir', 'taste']) {
    cooks.add(threadId);
    console.log(`${dish}: ${step}`);
    await sleep(rest); // the stove works, the cook is free
  }
}

await Promise.all([cook('soup', 500), cook('stew', 500)]);
console.log(`cooks in the kitchen: ${cooks.size}`);
