import assert from 'node:assert/strict';
import { cases, check } from './harness';

const given = `import asyncio
import threading

async def fetch(x=0):
    await asyncio.sleep(1)
    return {"a": x}

`;
const inMain = (line: string): string => `${given}async def main():\n    ${line}\n\nasyncio.run(main())\n`;

describe('missing-await in Python, where a coroutine takes a roundabout way', () => {
  cases(
    'missing-await',
    [
      {
        code: 'from types import CoroutineType\nfrom typing import Any\n\ndef make() -> CoroutineType[Any, Any, int] | CoroutineType[Any, Any, str]:\n    raise NotImplementedError\n\nasync def main():\n    «make()»\n',
      },
      {
        code: inMain('print(any(«fetch(n)» for n in range(3)))'),
        fixed: inMain('print(any([await fetch(n) for n in range(3)]))'),
      },
      {
        code: inMain('print(all((«fetch(n)» for n in range(3))))'),
        fixed: inMain('print(all([await fetch(n) for n in range(3)]))'),
      },
      { code: inMain('print(max([«fetch(n)» for n in range(3)]))'), preferred: false },
      {
        code: inMain('loop = asyncio.get_running_loop(); loop.call_later(1, «fetch», 2)'),
        fixed: null,
        message: /`loop.call_later\(...\)` calls `fetch` as a plain function/,
      },
      {
        code: inMain('threading.Thread(target=lambda: «fetch()»).start()'),
        fixed: null,
      },
      {
        code: inMain('asyncio.shield(«fetch()»)').replace(
          'asyncio.shield(«fetch()»)',
          '«asyncio.shield(fetch())»',
        ),
        fixed: inMain('await asyncio.shield(fetch())'),
      },
      {
        code: 'async def count():\n    yield 1\n\nasync def main():\n    numbers = count()\n    «numbers.aclose()»\n',
      },
      {
        code: 'from typing import Awaitable, Callable\n\nHandler = Callable[[str], Awaitable[None]]\n\nclass Bus:\n    def __init__(self, then: Handler):\n        self.then = then\n\n    async def fire(self):\n        «self.then("x")»\n        await self.then("y")\n',
      },
      {
        code: 'import aiohttp\n\nasync def load(session, url):\n    async with session.get(url) as answer:\n        data = «answer.json()»\n        return data["a"]\n',
      },
      {
        code: 'from aiohttp import web\n\nroutes = web.RouteTableDef()\n\n@routes.post("/")\nasync def save(request):\n    data = «request.json()»\n    return data["a"]\n',
      },
      {
        code: 'import asyncio\nimport unittest\n\nasync def divide(a, b):\n    await asyncio.sleep(1)\n    return a / b\n\nclass T(unittest.IsolatedAsyncioTestCase):\n    async def test_it(self):\n        with self.assertRaises(ZeroDivisionError):\n            «divide(1, 0)»\n',
      },
    ],
    [
      'from typing import Awaitable, Callable, List\n\nA = List[B]\nB = List[A]\nC = Callable[[C], Awaitable[C]]\n\ndef f(a: A, b: B, c: C):\n    a[0]()\n',
      'async def make(): pass\n\ndef start():\n    global work\n    if work: work.close()\n    work = make()\n',
      `from typing import Awaitable, Callable\n\ndef fire(then: Callable[[], Awaitable[None] | None]):\n    then()\n`,
      `import aiohttp\n\nasync def f(store):\n    async with store.get("x") as r:\n        r.read()\n`,
      `import fastapi\n\nasync def f(request: fastapi.Request):\n    async with request.form() as form:\n        print(form)\n`,
      inMain('threading.Thread(target=asyncio.run, args=(fetch(),)).start()'),
      inMain('print(list(asyncio.as_completed(fetch(n) for n in range(3))))'),
    ],
  );

  it('finds what stands above a half-written line', async () => {
    const found = await check(`${given}async def main():\n    fetch()\n    for x in\n`);
    assert.equal(found['missing-await']?.length, 1);
  });
});
