import assert from 'node:assert/strict';
import { cases, check } from './harness';

const given = `import asyncio

async def fetch(name, delay=1):
    print(f"Starting {name}")
    await asyncio.sleep(delay)
    return f"{name} result"

async def say(text):
    await asyncio.sleep(1)
    print(text)

`;
const inMain = (lines: string): string => `${given}async def main(names):\n    ${lines}\n`;

describe('sequential-awaits in Python', () => {
  describe('in one expression', () => {
    cases(
      'sequential-awaits',
      [
        {
          code: inMain(
            'a = «await asyncio.create_task(fetch("A"))»\n    b = await asyncio.create_task(fetch("B"))\n    return a + b',
          ),
          fixed: inMain('a, b = await asyncio.gather(fetch("A"), fetch("B"))\n    return a + b'),
          preferred: false,
        },
        {
          code: inMain('a, b = «await fetch("A")», await fetch("B")\n    return a + b'),
          fixed: inMain('a, b = await asyncio.gather(fetch("A"), fetch("B"))\n    return a + b'),
          preferred: false,
          message: /2 calls of `fetch\(...\)` are awaited one after another/,
        },
        {
          code: inMain('return [\n        «await fetch("A")»,  # first\n        await fetch("B"),\n    ]'),
          fixed: inMain(
            'return await asyncio.gather(\n        fetch("A"),  # first\n        fetch("B"),\n    )',
          ),
          preferred: false,
        },
        {
          code: inMain('return «await fetch("A")», await fetch("B")'),
          fixed: inMain('return tuple(await asyncio.gather(fetch("A"), fetch("B")))'),
          preferred: false,
        },
        {
          code: inMain('both = («await fetch("A")», await fetch("B"))\n    return both'),
          fixed: inMain('both = tuple(await asyncio.gather(fetch("A"), fetch("B")))\n    return both'),
          preferred: false,
        },
        {
          code: inMain('return [«await fetch("A")», await fetch("B")][0]'),
          fixed: inMain('return (await asyncio.gather(fetch("A"), fetch("B")))[0]'),
          preferred: false,
        },
        { code: inMain('return {"a": «await fetch("A")», "b": await fetch("B")}'), fixed: null },
        { code: inMain('return «await fetch("A")» + await fetch("B")'), fixed: null },
        { code: inMain('print("both:", «await fetch("A")», await fetch("B"))'), fixed: null },
        { code: inMain('return [«await fetch("A")», names, await fetch("B")]'), fixed: null },
      ],
      [
        inMain('return [await fetch("A"), next(names), await fetch("B")]'),
        inMain('return [await names.pop(), await names.pop()]'),
        inMain('return await fetch("A") or await fetch("B")'),
        inMain('return [await fetch("A"), "B"]'),
        inMain('return await asyncio.gather(fetch("A"), fetch("B"))'),
        inMain('return [await fetch(await fetch("A")), names]'),
      ],
    );
  });

  it('makes one edit at one place, for editors that take edits in another order', async () => {
    const found = (await check(inMain('return await fetch("A"), await fetch("B")')))['sequential-awaits'];
    const starts = found?.[0]?.fixes[0]?.edits.map(({ start }) => start) ?? [];
    assert.equal(starts.length, 3);
    assert.equal(new Set(starts).size, 3);
  });

  describe('in a row', () => {
    cases(
      'sequential-awaits',
      [
        {
          code: inMain('a = «await fetch("A", 2)»\n    b = await fetch("B", 2)\n    print(a, b)'),
          fixed: inMain('a, b = await asyncio.gather(fetch("A", 2), fetch("B", 2))\n    print(a, b)'),
          preferred: false,
          message: /2 calls of `fetch\(...\)` are awaited one after another/,
          others: [
            inMain(
              'async with asyncio.TaskGroup() as group:\n        a_task = group.create_task(fetch("A", 2))\n        b_task = group.create_task(fetch("B", 2))\n    a = a_task.result()\n    b = b_task.result()\n    print(a, b)',
            ),
          ],
        },
        {
          code: inMain(
            'a = «await fetch("A")»  # first\n    # then\n    b = await fetch("B")\n    print(a)\n    c = await fetch("C")',
          ),
          fixed: inMain(
            'a, b, c = await asyncio.gather(\n        fetch("A"),  # first\n        fetch("B"),\n        fetch("C"),\n    )\n    # then\n    print(a)',
          ),
          preferred: false,
        },
        {
          code: inMain('«await say("x")»\n    await say("y")'),
          fixed: inMain('await asyncio.gather(say("x"), say("y"))'),
          preferred: false,
          others: [
            inMain(
              'async with asyncio.TaskGroup() as group:\n        group.create_task(say("x"))\n        group.create_task(say("y"))',
            ),
          ],
        },
        {
          code: 'import httpx\n\nasync def f(a, b):\n    async with httpx.AsyncClient() as client:\n        x = «await client.get(a)»\n        y = await client.get(b)\n        return x, y\n',
        },
        { code: inMain('a = «await fetch("A")»; b = await fetch("B")'), fixed: null },
      ],
      [
        inMain('a = await fetch("A")\n    b = await fetch(a)'),
        inMain('a = await fetch("A")\n    a = await fetch("B")'),
        inMain('await say("x")\n    await fetch("y")'),
        inMain('await asyncio.sleep(1)\n    await asyncio.sleep(2)'),
        inMain('a = await fetch("A")\n    if a: return\n    b = await fetch("B")'),
        inMain('a, b = await asyncio.gather(fetch("A"), fetch("B"))'),
        `${given}async def main(reader):\n    a = await reader.read(1)\n    b = await reader.read(2)\n`,
        `${given}last = 0\n\nasync def step(n):\n    global last\n    last += n\n    await asyncio.sleep(1)\n    return last\n\nasync def main():\n    a = await step(1)\n    b = await step(2)\n`,
        `${given}class A:\n    async def load(self, n):\n        self.n = n\n        await asyncio.sleep(1)\n        return n\n\nasync def main():\n    x = A()\n    a = await x.load(1)\n    b = await x.load(2)\n`,
        `${given}async def test_fetch():\n    a = await fetch("A")\n    b = await fetch("B")\n`,
        `${given}async def put(box, n):\n    box.append(n)\n    await asyncio.sleep(1)\n    return n\n\nasync def main(box):\n    a = await put(box, 1)\n    b = await put(box, 2)\n`,
      ],
    );
  });

  describe('in a loop', () => {
    cases(
      'sequential-awaits',
      [
        {
          code: inMain(
            'results = []\n    for name in names:\n        results.append(«await fetch(name)»)\n    return results',
          ),
          fixed: inMain(
            'results = []\n    results.extend(await asyncio.gather(*(fetch(name) for name in names)))\n    return results',
          ),
          preferred: false,
        },
        {
          code: inMain(
            'results = []\n    for name in names:\n        r = «await fetch(name)»\n        results.append(r)',
          ),
          fixed: inMain(
            'results = []\n    results.extend(await asyncio.gather(*(fetch(name) for name in names)))',
          ),
          preferred: false,
        },
        {
          code: inMain('for i, name in enumerate(names):\n        «await say(name)»'),
          fixed: inMain('await asyncio.gather(*(say(name) for i, name in enumerate(names)))'),
          preferred: false,
        },
        {
          code: inMain('return [«await fetch(name)» for name in names]'),
          fixed: inMain('return await asyncio.gather(*[fetch(name) for name in names])'),
          preferred: false,
        },
        { code: inMain('for name in names:\n        print(«await fetch(name)»)'), fixed: null },
        { code: inMain('return {name: «await fetch(name)» for name in names}'), fixed: null },
        {
          code: inMain('pages = {}\n    for name in names:\n        pages[name] = «await fetch(name)»'),
          fixed: null,
        },
      ],
      [
        inMain('for attempt in range(3):\n        await fetch(attempt)'),
        inMain('for name in names:\n        await fetch("same")'),
        inMain('for name in names:\n        await fetch(name)\n        await asyncio.sleep(1)'),
        inMain('for name in names:\n        if await fetch(name): break'),
        inMain('while True:\n        await fetch(1)'),
        inMain('pages = {}\n    for name in names:\n        pages[name] = await fetch(pages.get(name))'),
        inMain('return {await fetch(name): name for name in names}'),
        inMain('for name in read(names):\n        await fetch(name)'),
        inMain('async for name in names:\n        await fetch(name)'),
        inMain('last = None\n    for name in names:\n        last = await fetch(last or name)'),
        inMain(
          'for name in names:\n        try:\n            await fetch(name)\n        except OSError:\n            pass',
        ),
      ],
    );
  });
});
