// The evening is over while the dishwasher still runs. What becomes of it?
import { setTimeout as sleep } from 'node:timers/promises';

async function dishwasher(): Promise<void> {
  await sleep(2000);
  console.log('dishwasher: clean');
}

async function evening(): Promise<number> {
  console.log('open');
  void dishwasher();
  await sleep(500);
  console.log('last guest gone');
  return 12;
}

process.once('beforeExit', () => console.log('nothing is left to wait for: Node closes'));

const guests = await evening();
console.log(`last line of the program: ${guests} guests`);
