import { cases } from './harness';

const given = `import asyncio

async def fetch(x=0):
    await asyncio.sleep(1)
    return {"a": x}

`;
const inMain = (line: string): string => `${given}async def main():\n    ${line}\n\nasyncio.run(main())\n`;
const inClass = (line: string): string =>
  `${given}class Check(TestCase):\n    async def load(self):\n        return await fetch()\n\n    async def test_it(self):\n        ${line}\n`;

describe('missing-await in arguments and names in Python', () => {
  cases(
    'missing-await',
    [
      { code: inMain('print("{}".format(«fetch()»))'), fixed: inMain('print("{}".format(await fetch()))') },
      {
        code: inClass('self.assertEqual(«self.load()», 1)'),
        fixed: inClass('self.assertEqual(await self.load(), 1)'),
        message: /the coroutine itself is compared/,
      },
      {
        code: inClass('got = «self.load()»; self.assertTrue(got)'),
        fixed: inClass('got = await self.load(); self.assertTrue(got)'),
        message: /always counts as true/,
      },
      {
        code: 'import anyio\n\nasync def main():\n    f = await anyio.open_file("f")\n    print(«f.read()»)\n',
        fixed:
          'import anyio\n\nasync def main():\n    f = await anyio.open_file("f")\n    print(await f.read())\n',
      },
    ],
    [
      inMain('if (work := fetch()) is not None:\n        await work'),
      inMain('print("{}".format(await fetch()))'),
      `${given}class Check:\n    def assertEqual(self, a, b):\n        pass\n\n    async def test(self):\n        self.assertEqual(fetch(), 1)\n`,
      `${given}class Check(Base):\n    async def test(self):\n        self.assertIs(fetch(), 1)\n        work = fetch()\n        self.assertTrue(work)\n        await work\n`,
    ],
  );
});
