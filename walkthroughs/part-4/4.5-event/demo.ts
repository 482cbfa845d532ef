// The sign on the kitchen door: everybody waits for it. Then closing time, and a bell that rings more than once.
import { EventEmitter, on } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

class Kitchen {
  isOpen = false;
  open = (): void => undefined;
  readonly #opening = new Promise<void>((resolve) => {
    this.open = () => {
      this.isOpen = true;
      resolve();
    };
  });

  async lightFires(): Promise<void> {
    console.log('kitchen: lighting the fires');
    await sleep(800);
    console.log('kitchen: open');
    this.open();
  }

  async cook(dish: string): Promise<string> {
    await this.#opening;
    await sleep(200);
    return `${dish}, hot`;
  }
}

async function waiter(table: number, kitchen: Kitchen): Promise<void> {
  console.log(`table ${table}: waiting for the kitchen`);
  const dish = await kitchen.cook('soup');
  console.log(`table ${table}: ${dish}`);
}

async function cleaner(closing: AbortSignal): Promise<void> {
  let rounds = 0;
  try {
    for (;;) {
      rounds += 1;
      await sleep(300, undefined, { signal: closing });
      console.log(`cleaner: round ${rounds}`);
    }
  } finally {
    console.log(`cleaner: goes home after ${rounds} rounds`);
  }
}

async function baker(tray: string[], bell: EventEmitter): Promise<void> {
  for await (const _ of on(bell, 'full', { close: ['closed'] })) {
    console.log(`baker: ${tray.length} rolls into the oven`);
    tray.length = 0;
  }
}

const kitchen = new Kitchen();
console.log(`open: ${kitchen.isOpen}`);
await Promise.all([kitchen.lightFires(), waiter(1, kitchen), waiter(2, kitchen), waiter(3, kitchen)]);
console.log(`open: ${kitchen.isOpen}`);

const closing = new AbortController();
const cleaning = cleaner(closing.signal);
await sleep(700);
console.log('closing time');
closing.abort();
await Promise.allSettled([cleaning]); // it ends with an AbortError, as it was told to

const tray: string[] = [];
const bell = new EventEmitter();
const baking = baker(tray, bell);
for (let number = 1; number <= 5; number++) {
  await sleep(100);
  tray.push(`roll ${number}`);
  if (tray.length === 2 || number === 5) {
    bell.emit('full');
  }
}
await sleep(100);
bell.emit('closed');
await baking;
