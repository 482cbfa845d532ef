// `await` does two things: it pauses, and it gets the result. In which order are the lines printed?
import { setTimeout as sleep } from 'node:timers/promises';

async function cook(dish: string): Promise<string> {
  console.log(`${dish}: on the stove`);
  await sleep(1000);
  console.log(`${dish}: ready`);
  return `${dish}, hot`;
}

console.log('before await');
const dish = await cook('soup');
console.log(`after await: ${dish}`);

const plain = 'function waiter() { await cook("stew"); }';
try {
  new Function(plain);
} catch (error) {
  console.log(`in a plain function: ${(error as Error).message}`);
}
