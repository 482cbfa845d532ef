// The annotation says that a promise comes, and what is in it. A generic helper keeps it.
import { setTimeout as sleep } from 'node:timers/promises';

interface Guest {
  readonly id: number;
  readonly name: string;
}

async function fetchGuest(id: number): Promise<Guest> {
  await sleep(400);
  return { id, name: `guest ${id}` };
}

async function findGuest(name: string): Promise<Guest | null> {
  await sleep(400);
  return name === 'Alice' ? { id: 1, name } : null;
}

async function fetchGuests(ids: readonly number[]): Promise<Guest[]> {
  return Promise.all(ids.map((id) => fetchGuest(id)));
}

async function withRetry<T>(call: () => Promise<T>, tries: number): Promise<T> {
  for (let attempt = 1; attempt < tries; attempt++) {
    try {
      return await call();
    } catch (error) {
      console.log(`try ${attempt}: ${(error as Error).message}`);
      await sleep(300);
    }
  }
  return call();
}

let calls = 0;

async function callKitchen(): Promise<string> {
  calls += 1;
  await sleep(200);
  if (calls < 3) {
    throw new Error('the line is busy');
  }
  return 'soup';
}

const [one, nobody, several] = await Promise.all([fetchGuest(7), findGuest('Bob'), fetchGuests([1, 2, 3])]);
console.log(`${one.name}; Bob: ${nobody}; ${several.length} guests`);
try {
  const dish: Awaited<ReturnType<typeof callKitchen>> = await withRetry(callKitchen, 3);
  console.log(`got ${dish}`);
} catch (error) {
  console.log(`gave up: ${(error as Error).message}`);
}
