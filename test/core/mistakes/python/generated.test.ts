import assert from 'node:assert/strict';
import { allFixed, assertParses, check, repaired, type Change } from './harness';
import { numbers } from './numbers';

const helpers = `import asyncio
import time


async def fetch(name, delay=1):
    await asyncio.sleep(delay)
    return name


async def plain(name):
    return str(name)


def nap(seconds):
    time.sleep(seconds)


def count(n):
    total = 0
    for i in range(n):
        total += i
    return total


class Shop:
    def __init__(self):
        self.orders = asyncio.Queue()

    async def serve(self, order):
        await asyncio.sleep(1)
        return order

    async def cook(self):
        ORDER

    async def close(self):
        await self.orders.join()


`;

/** Statements of an async function, right ones and wrong ones; %s is a name that occurs once. */
const statements = [
  'fetch("a")',
  '%s = await fetch("a")',
  '%s = fetch("a")',
  'print(fetch("b"))',
  'print(await plain("c"))  # a comment',
  'time.sleep(1)',
  'nap(2)',
  'text = open("f").read()',
  'asyncio.run(fetch("d"))',
  'asyncio.create_task(fetch("e"))',
  '%s = asyncio.create_task(fetch("f"))',
  '%s = asyncio.create_task(fetch("g"))\nawait %s',
  'total = sum(range(100_000_000))\nprint(total)',
  '%s = count(50_000_000)',
  'shop = Shop()\nshop.serve(1)',
  'done, pending = await asyncio.wait([asyncio.create_task(fetch("h"))], timeout=1)',
  'for n in range(3):\n    await fetch(n)',
  '%s = [await fetch(n) for n in range(3)]',
  'try:\n    await fetch("i")\nexcept asyncio.CancelledError:\n    print("stopped")',
  'try:\n    await fetch("j")\nexcept:\n    pass',
  'if fetch("k"):\n    print("always")',
  'while True:\n    await asyncio.sleep(1)\n    break',
  'async with asyncio.timeout(1):\n    fetch("l")',
  'await asyncio.gather(fetch("m"), fetch("n"))',
  'def %s():\n    fetch("o")\n%s()',
  'def %s():\n    await fetch("p")\n%s()',
  'for i in range(10_000_000):\n    pass',
];

const orders = [
  'order = await self.orders.get()\n        print(order)',
  'order = await self.orders.get()\n        self.orders.task_done()',
  'print(await self.orders.get())',
  'pass',
];

const endings = [
  'asyncio.run(main_0())\n',
  'asyncio.run(main_0())\nasyncio.run(main_1())\n',
  'if __name__ == "__main__":\n    asyncio.run(main_0())\n',
  'main_0()\n',
  'main_0()\nmain_1()\n',
  'asyncio.run(main_0())\nmain_1()\n',
  'x = await main_1()\n',
  '',
];

function generated(next: (below: number) => number): string {
  const pick = (list: readonly string[]): string => list[next(list.length)] ?? '';
  let names = 0;
  const functions = [0, 1].map((number) => {
    const lines = Array.from({ length: 1 + next(5) }, () => {
      names += 1;
      return pick(statements).replaceAll('%s', `name_${names}`);
    });
    const kind = next(6) === 0 ? 'def' : 'async def';
    return `${kind} main_${number}():\n${lines.join('\n').replace(/^/gm, '    ')}\n`;
  });
  const text = `${helpers.replace('ORDER', pick(orders))}${functions.join('\n\n')}\n\n${pick(endings)}`;
  return next(5) === 0 ? text.replaceAll('\n', '\r\n') : text;
}

const programs = Number(process.env['ASYNC_TUTOR_PROGRAMS'] ?? 40);

describe('fixes in generated Python programs', () => {
  it(`mend what they say in ${programs} programs, and break nothing`, async function () {
    this.timeout(60_000 + programs * 1_000);
    const next = numbers(11);
    const changes: Change[] = [];
    for (let round = 0; round < programs; round += 1) {
      changes.push(...(await repaired(generated(next))));
    }
    assertParses(changes);
  });

  it('come to the same when applied twice', async () => {
    const next = numbers(5);
    for (let round = 0; round < 15; round += 1) {
      const once = await allFixed(generated(next));
      assert.equal(await allFixed(once), once);
      const left = Object.values(await check(once)).flat();
      assert.ok(left.every(({ fixes }) => fixes.every(({ preferred }) => !preferred)));
    }
  });
});
