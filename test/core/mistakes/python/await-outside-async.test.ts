import assert from 'node:assert/strict';
import { loadPythonSyntax, pythonRules } from '../../../../src/core/mistakes/python';
import { cases, filesOf, grammar } from './harness';

const given = `import asyncio

async def slow():
    await asyncio.sleep(1)
    return 3

`;

describe('await-outside-async in Python', () => {
  cases(
    'await-outside-async',
    [
      {
        code: `${given}def main():\n    print(«await slow()»)\n\nmain()\n`,
        fixed: `${given}async def main():\n    print(await slow())\n\nasyncio.run(main())\n`,
        message: /stands in `main`, which is no `async def`/,
      },
      {
        code: `${given}def main():\n    print(«await slow()»)\n\nasyncio.run(main())\n`,
        fixed: `${given}async def main():\n    print(await slow())\n\nasyncio.run(main())\n`,
      },
      {
        code: `${given}def both():\n    return «await slow()»\n\nasync def main():\n    a = await both()\n    await asyncio.gather(both(), both())\n    return a\n`,
        fixed: `${given}async def both():\n    return await slow()\n\nasync def main():\n    a = await both()\n    await asyncio.gather(both(), both())\n    return a\n`,
      },
      {
        code: `${given}def main():\n    return «await slow()»\n`,
        fixed: `${given}async def main():\n    return await slow()\n`,
        preferred: false,
      },
      {
        code: `${given}class A:\n    def load(self):\n        self.x = «await slow()»\n\n    async def run(self):\n        self.load()\n\nasyncio.run(A().run())\n`,
        fixed: `${given}class A:\n    async def load(self):\n        self.x = await slow()\n\n    async def run(self):\n        await self.load()\n\nasyncio.run(A().run())\n`,
      },
      {
        code: `${given}x = «await slow()»\n`,
        fixed: `${given}x = asyncio.run(slow())\n`,
        message: /at the top of a file/,
      },
      {
        code: `${given}x = «await slow()»\ny = «await slow()»\n`,
        fixed: `${given}x = asyncio.run(slow())\ny = await slow()\n`,
        preferred: false,
      },
      { code: `${given}asyncio.run(slow())\nx = «await slow()»\n`, fixed: null },
      { code: `${given}f = lambda: «await slow()»\n`, fixed: null, message: /in a lambda/ },
      { code: `${given}def f(lock):\n    «async with lock»:\n        pass\n`, preferred: false },
      { code: `${given}def f(xs):\n    «async for x in xs»:\n        print(x)\n` },
      { code: `${given}def f(xs):\n    return [x «async for x in xs»]\n` },
      { code: `${given}async def f():\n    def g():\n        return «await slow()»\n    g()\n` },
      { code: `${given}def f(g):\n    g(«await slow()»)\n\nhandlers = [f]\n`, fixed: null },
      { code: `${given}async def f():\n    class A:\n        x = «await slow()»\n`, fixed: null },
    ],
    [
      `${given}async def main():\n    return [await slow() for _ in range(3)]\n`,
      `${given}async def main():\n    def f(x=await slow()): pass\n`,
      `${given}# %% a cell\nx = await slow()\n`,
      `${given}def f(xs):\n    return (x async for x in xs)\n`,
      `${given}def f(xs):\n    return (await x for x in xs)\n`,
      `${given}def f(xs):\n    return ([x async for x in y] for y in xs)\n`,
    ],
  );

  it('lets a cell of a notebook await', async () => {
    const rules = pythonRules(await loadPythonSyntax(grammar), filesOf({}));
    const text = 'import asyncio\n\nawait asyncio.sleep(1)\nasync for x in y: pass\n';
    const found = rules({ path: '/project/lesson.ipynb', language: 'python', text });
    assert.deepEqual(found['await-outside-async'], []);
  });

  it('knows that a loop runs in a notebook', async () => {
    const rules = pythonRules(await loadPythonSyntax(grammar), filesOf({}));
    const text = 'import asyncio\n\nasync def f():\n    await asyncio.sleep(1)\n\nasyncio.run(f())\nf()\n';
    const found = rules({ path: '/project/lesson.ipynb', language: 'python', text });
    assert.equal(found['nested-runner']?.length, 1);
    assert.equal(found['missing-await']?.[0]?.fixes[0]?.edits[0]?.newText, 'await ');
  });
});
