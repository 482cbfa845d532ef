// One request, a chain of three, and three that do not need each other. Which of them gains by async?
import { setTimeout as sleep } from 'node:timers/promises';

async function ask(question: string): Promise<string> {
  await sleep(500); // stands for a request
  return `answer to ${question}`;
}

async function one(): Promise<void> {
  await ask('the weather');
}

async function chain(): Promise<void> {
  const guest = await ask('who sits there?');
  const dish = await ask(guest);
  await ask(dish);
}

async function independent(): Promise<void> {
  await Promise.all([ask('the weather'), ask('the news'), ask('the stocks')]);
}

async function measure(requests: number, shape: () => Promise<void>, started: number): Promise<number> {
  await shape();
  const ended = performance.now();
  const took = (ended - started) / 1000;
  const gain = took < 0.5 * requests - 0.1 ? 'async gains' : 'no gain';
  console.log(`${shape.name}: ${requests} x 0.5 s, took ${took.toFixed(1)} s, ${gain}`);
  return ended;
}

let now = await measure(1, one, performance.now());
now = await measure(3, chain, now);
await measure(3, independent, now);
