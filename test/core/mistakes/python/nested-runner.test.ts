import { cases } from './harness';

const given = `import asyncio

async def work(x=0):
    pass

`;
const inMain = (line: string): string => `${given}async def main():\n    ${line}\n`;

describe('nested-runner in Python', () => {
  cases(
    'nested-runner',
    [
      {
        code: inMain('«asyncio.run(work())»'),
        fixed: inMain('await work()'),
        message: /raises a RuntimeError/,
      },
      { code: inMain('x = «asyncio.run(work(1), debug=True)».y'), fixed: inMain('x = (await work(1)).y') },
      {
        code: inMain('«asyncio.run(\n        work()\n    )»  # kept'),
        fixed: inMain('await work()  # kept'),
      },
      {
        code: inMain('«asyncio.run(work(), loop_factory=f)»'),
        fixed: inMain('await work()'),
        preferred: false,
      },
      {
        code: inMain('loop = asyncio.get_event_loop(); «loop.run_until_complete(work())»'),
        fixed: inMain('loop = asyncio.get_event_loop(); await work()'),
      },
      {
        code: inMain('«asyncio.new_event_loop().run_until_complete(work())»'),
        fixed: inMain('await work()'),
      },
      {
        code: inMain('with asyncio.Runner() as r: «r.run(work())»'),
        fixed: inMain('with asyncio.Runner() as r: await work()'),
      },
      {
        code: `${given}async def main(self):\n    «self.loop.run_until_complete(work())»\n`,
        fixed: `${given}async def main(self):\n    await work()\n`,
      },
      {
        code: `import trio\n\nasync def f(x): pass\n\nasync def g():\n    «trio.run(f, 1)»\n`,
        fixed: `import trio\n\nasync def f(x): pass\n\nasync def g():\n    await f(1)\n`,
      },
      { code: inMain('«asyncio.run(work()  # why\n    )»'), fixed: null },
      {
        code: `${given}def helper():\n    return asyncio.run(work())\n\nasync def main():\n    «helper()»\n`,
        fixed: null,
        message: /leads to `asyncio.run\(...\)` on line 7/,
      },
    ],
    [
      `${given}asyncio.run(work())\n`,
      `${given}def helper():\n    return asyncio.run(work())\n\nhelper()\n`,
      inMain('await asyncio.to_thread(asyncio.run, work())'),
      inMain('def thread():\n        asyncio.run(work())\n    await asyncio.to_thread(thread)'),
      `import nest_asyncio\nnest_asyncio.apply()\n${inMain('asyncio.run(work())')}`,
      `${given}def helper():\n    try:\n        asyncio.get_running_loop()\n    except RuntimeError:\n        return asyncio.run(work())\n\nasync def main():\n    helper()\n`,
      inMain('asyncio = other\n    asyncio.run(work())'),
    ],
  );
});
