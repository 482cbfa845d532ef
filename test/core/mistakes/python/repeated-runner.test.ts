import { cases } from './harness';

const given = `import asyncio

async def slow(n=0):
    await asyncio.sleep(n)
    return n

async def log(text):
    global last
    last = text
    await asyncio.sleep(0)

`;

describe('repeated-runner in Python', () => {
  cases(
    'repeated-runner',
    [
      {
        code: `${given}asyncio.run(slow(1))\n«asyncio.run(slow(2))»\n`,
        fixed: `${given}async def main():\n    await asyncio.gather(slow(1), slow(2))\n\nasyncio.run(main())\n`,
        preferred: false,
        message: /after the one on line 12 has ended/,
      },
      {
        code: `${given}a = asyncio.run(slow(1))\nb = «asyncio.run(slow(a))»\nprint(a, b)\n`,
        fixed: `${given}async def main():\n    a = await slow(1)\n    b = await slow(a)\n    return a, b\n\na, b = asyncio.run(main())\nprint(a, b)\n`,
        preferred: false,
      },
      {
        code: `${given}if __name__ == "__main__":\n    asyncio.run(log("a"))\n    «asyncio.run(log("b"))»\n    «asyncio.run(log("c"))»\n`,
        fixed: `${given}if __name__ == "__main__":\n    async def main():\n        await log("a")\n        await log("b")\n        await log("c")\n\n    asyncio.run(main())\n`,
        preferred: false,
      },
      {
        code: `${given}try:\n    asyncio.run(slow())\nfinally:\n    «asyncio.run(log("end"))»\n`,
        message: /after the one on line 13 has ended/,
      },
      {
        code: `${given}with open("f") as f:\n    asyncio.run(slow())\n«asyncio.run(slow())»\nall = [«asyncio.run(slow(i))» for i in (1, 2)]\n`,
      },
      {
        code: `${given}def go():\n    asyncio.run(slow())\n    print("then")\n    «asyncio.run(slow())»\n`,
        fixed: null,
      },
      {
        code: `${given}asyncio.run(slow(1))\nif True:\n    «asyncio.run(slow(2))»\n`,
        fixed: null,
      },
      {
        code: `${given}for n in range(3):\n    «asyncio.run(slow(n))»\n`,
        fixed: null,
        message: /in each round/,
      },
      { code: `${given}asyncio.run(slow(1))  # first\n«asyncio.run(slow(2))»\n`, fixed: null },

      {
        code: `${given}def a():\n    return asyncio.run(slow())\n\ndef b():\n    x = asyncio.run(slow(2))\n    return x\n\nprint(a())\nprint(«b()»)\n`,
        fixed: null,
        message: /after the one on line/,
      },

      {
        code: `${given}def go(names):\n    return [«asyncio.run(slow(n))» for n in names]\n`,
        fixed: null,
        message: /in each round/,
      },
    ],
    [
      `${given}asyncio.run(slow())\n`,
      `${given}if input():\n    asyncio.run(slow())\nelse:\n    asyncio.run(slow(2))\n`,
      `${given}def a():\n    asyncio.run(slow())\n\ndef b():\n    asyncio.run(slow())\n`,
      `${given}def test_it():\n    asyncio.run(slow())\n    asyncio.run(slow())\n`,
      `${given}with asyncio.Runner() as r:\n    r.run(slow())\n    r.run(slow())\n`,
      `${given}loop = asyncio.new_event_loop()\nloop.run_until_complete(slow())\nloop.run_until_complete(slow())\n`,
      `${given}while True:\n    asyncio.run(slow(int(input())))\n`,
      `${given}def go(x):\n    if x:\n        return asyncio.run(slow())\n    return asyncio.run(slow(1))\n`,
      `${given}try:\n    asyncio.run(slow())\nexcept OSError:\n    asyncio.run(slow(2))\n`,
      `${given}for _ in range(3):\n    asyncio.run(slow())\n`,
      `${given}try:\n    asyncio.run(slow())\nexcept OSError:\n    pass\nelse:\n    pass\nclass A:\n    value = 1\n`,
      `${given}def go(xs):\n    return [lambda: asyncio.run(slow(x)) for x in xs]\n`,

      `${given}def a(x):\n    if x:\n        asyncio.run(slow())\n\na(1)\na(2)\n`,
    ],
  );
});
