// The order window: a waiter puts slips in, a cook takes them out. Then a pool of three fetches ten pages.
import { setTimeout as sleep } from 'node:timers/promises';

/** Node has no queue of its own for this; here is the smallest one that waits at both ends. */
class OrderWindow {
  readonly #slips: number[] = [];
  readonly #sleepers: (() => void)[] = [];

  async put(slip: number): Promise<void> {
    await this.#until(() => this.#slips.length < 2); // waits while the window is full
    this.#slips.push(slip);
    this.#wake();
  }

  async get(): Promise<number> {
    await this.#until(() => this.#slips.length > 0); // waits while the window is empty
    const slip = this.#slips.shift() as number;
    this.#wake();
    return slip;
  }

  async #until(free: () => boolean): Promise<void> {
    while (!free()) {
      await new Promise<void>((resolve) => this.#sleepers.push(resolve));
    }
  }

  #wake(): void {
    for (const wake of this.#sleepers.splice(0)) {
      wake();
    }
  }
}

async function waiter(window: OrderWindow): Promise<void> {
  for (let order = 1; order <= 5; order++) {
    await window.put(order);
    console.log(`waiter: order ${order} is in the window`);
  }
  console.log('waiter: all handed in');
}

async function cook(window: OrderWindow): Promise<void> {
  for (let done = 0; done < 5; done++) {
    const order = await window.get();
    await sleep(500);
    console.log(`cook: order ${order} is done`);
  }
}

async function fetchAll(pages: readonly string[], workers: number): Promise<string[]> {
  const waiting = pages.values(); // one list of work, shared by all workers
  const fetched: string[] = [];
  async function worker(): Promise<void> {
    for (const page of waiting) {
      await sleep(300); // stands for the request
      fetched.push(page);
    }
  }
  await Promise.all(Array.from({ length: workers }, () => worker()));
  return fetched;
}

const window = new OrderWindow();
await Promise.all([waiter(window), cook(window)]);
console.log('all orders are done');

const pages = Array.from({ length: 10 }, (_, number) => `/page/${number}`);
const started = performance.now();
const fetched = await fetchAll(pages, 3);
console.log(`${fetched.length} pages: ${((performance.now() - started) / 1000).toFixed(1)} s`);
