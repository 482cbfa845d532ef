// Two kinds of slow: three waits side by side, then three calculations side by side.
import { setTimeout as sleep } from 'node:timers/promises';

async function wait(name: string): Promise<void> {
  await sleep(600);
  console.log(`${name} waited`);
}

async function calculate(name: string): Promise<void> {
  const end = performance.now() + 600;
  let steps = 0;
  while (performance.now() < end) steps++;
  console.log(`${name} calculated`);
}

const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);

const waits = performance.now();
await Promise.all([wait('A'), wait('B'), wait('C')]);
console.log(`three waits: ${seconds(waits)} s`);

const calculations = performance.now();
await Promise.all([calculate('A'), calculate('B'), calculate('C')]);
console.log(`three calculations: ${seconds(calculations)} s`);
