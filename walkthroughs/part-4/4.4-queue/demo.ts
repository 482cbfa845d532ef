// The order window: a waiter puts slips in, a cook takes them out. Then two finders and a pool of three workers.
import { setTimeout as sleep } from 'node:timers/promises';

/** Node has no queue of its own for this; here is the smallest one that waits at both ends. */
class OrderWindow<T> {
  readonly #size: number;
  readonly #slips: T[] = [];
  readonly #sleepers: (() => void)[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  async put(slip: T): Promise<void> {
    while (this.#slips.length >= this.#size) {
      await this.#change(); // waits while the window is full
    }
    this.#slips.push(slip);
    this.#wake();
  }

  async get(): Promise<T> {
    while (this.#slips.length === 0) {
      await this.#change(); // waits while the window is empty
    }
    const slip = this.#slips.shift() as T;
    this.#wake();
    return slip;
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#sleepers.push(resolve));
  }

  #wake(): void {
    for (const wake of this.#sleepers.splice(0)) {
      wake();
    }
  }
}

/** The last slip: whoever takes it goes home. */
const closed = null;

async function waiter(window: OrderWindow<number | null>): Promise<void> {
  for (let order = 1; order <= 5; order++) {
    await window.put(order);
    console.log(`waiter: order ${order} is in the window`);
  }
  console.log('waiter: all handed in');
  await window.put(closed);
}

async function cook(window: OrderWindow<number | null>): Promise<void> {
  for (let order = await window.get(); order !== closed; order = await window.get()) {
    await sleep(500);
    console.log(`cook: order ${order} is done`);
  }
}

async function finder(queue: OrderWindow<string | null>, site: string): Promise<void> {
  for (let page = 0; page < 5; page++) {
    await queue.put(`/${site}/${page}`);
  }
}

async function worker(queue: OrderWindow<string | null>, fetched: string[]): Promise<void> {
  for (let page = await queue.get(); page !== closed; page = await queue.get()) {
    await sleep(300); // stands for the request
    fetched.push(page);
  }
}

async function fetchAll(workers: number): Promise<string[]> {
  const queue = new OrderWindow<string | null>(4);
  const fetched: string[] = [];
  const pool = Array.from({ length: workers }, () => worker(queue, fetched));
  await Promise.all([finder(queue, 'menu'), finder(queue, 'wine')]);
  await Promise.all(pool.map(() => queue.put(closed)));
  await Promise.all(pool);
  return fetched;
}

const window = new OrderWindow<number | null>(2);
await Promise.all([waiter(window), cook(window)]);
console.log('all orders are done');

const started = performance.now();
const fetched = await fetchAll(3);
console.log(`${fetched.length} pages: ${((performance.now() - started) / 1000).toFixed(1)} s`);
