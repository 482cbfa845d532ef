// A ticking clock beside a call that blocks. Watch what the tick does meanwhile.
import { setTimeout as sleep } from 'node:timers/promises';

async function tick(): Promise<void> {
  for (let beat = 0; beat < 6; beat++) {
    console.log(`tick ${beat}`);
    await sleep(250);
  }
}

async function slowLookup(): Promise<void> {
  await sleep(300);
  console.log('lookup begins');
  const end = Date.now() + 1000;
  while (Date.now() < end); // blocks: the thread can do nothing else
  console.log('lookup ends');
}

await Promise.all([tick(), slowLookup()]);
