// A long calculation inside an async function, then the same in another thread. Does the clock tick meanwhile?
import { once } from 'node:events';
import { setInterval as every, setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

let ticks = 0;

async function clock(closing: AbortSignal): Promise<void> {
  for await (const _ of every(20)) {
    ticks += 1;
    if (closing.aborted) {
      return;
    }
  }
}

async function peelHere(): Promise<number> {
  let total = 0;
  for (let potato = 0; potato < 100_000_000; potato++) {
    total += potato % 10;
  }
  return total;
}

async function peelNextDoor(): Promise<number> {
  const kitchen = new Worker(
    `let total = 0;
     for (let potato = 0; potato < 100_000_000; potato++) total += potato % 10;
     require('node:worker_threads').parentPort.postMessage(total);`,
    { eval: true },
  );
  const [total] = (await once(kitchen, 'message')) as [number];
  return total;
}

async function watch(place: string, work: Promise<number>, before: number): Promise<number> {
  const total = await work;
  console.log(`${place}: ${total}, the clock ${ticks > before ? 'ticked on' : 'stood still'}`);
  return ticks;
}

const closing = new AbortController();
const ticking = clock(closing.signal);
await sleep(100);
const seen = await watch('here', peelHere(), ticks);
await watch('next door', peelNextDoor(), seen);
closing.abort();
await ticking;
