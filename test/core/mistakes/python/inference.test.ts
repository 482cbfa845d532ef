import { cases } from './harness';

const given = `import asyncio

async def fetch(n=0):
    await asyncio.sleep(n)
    return n

class Service:
    async def load(self):
        await asyncio.sleep(1)

`;
const inMain = (line: string, parameters = ''): string =>
  `${given}async def main(${parameters}):\n    ${line}\n`;
const decorated = (decorator: string): string =>
  `import functools\n${given}${decorator}\nasync def work():\n    await fetch()\n\nasync def main():\n    `;
const retry = `def retry(times):
    def decorate(fn):
        @functools.wraps(fn)
        async def inner(*a):
            return await fn(*a)
        return inner
    return decorate

@retry(3)`;
const running = `def running(fn):
    def inner(*a):
        return asyncio.run(fn(*a))
    return inner

@running`;

describe('what is known to be async in Python', () => {
  describe('follows unpacked tuples', () => {
    cases(
      'missing-await',
      [
        {
          code: inMain('reader, writer = await asyncio.open_connection("h", 1)\n    «writer.drain()»'),
          fixed: inMain('reader, writer = await asyncio.open_connection("h", 1)\n    await writer.drain()'),
        },
        { code: inMain('a, b = «fetch(1)», await fetch(2)\n    print(a + b)') },
        { code: inMain('a, s = 1, Service()\n    «s.load()»') },
      ],
      [
        inMain('a, b = fetch(1), fetch(2)\n    await asyncio.gather(a, b)'),
        inMain('a, *b = fetch(1), Service()\n    b.load()'),
        inMain('a, b = Service()\n    b.load()'),
      ],
    );
  });

  describe('reads annotations in all their forms', () => {
    cases(
      'missing-await',
      [
        'Service',
        '"Service"',
        '"Service | None"',
        'Optional[Service]',
        '"Optional[Service]"',
        'Union["Service", None]',
        '"typing.Union[Service, None]"',
        'Annotated[Service, 3]',
      ].map((type) => ({ code: inMain('«s.load()»', `s: ${type}`) })),
      [inMain('s.load()', 's: "Service | int"'), inMain('s.load()', 's: "Service["')],
    );
    cases(
      'missing-await',
      [
        { code: inMain('for s in all: «s.load()»', 'all: "list[Service]"') },
        { code: inMain('for s in all: «s.load()»', 'all: Sequence[Service]') },
        { code: inMain('«make()»', 'make: "Service"').replace('make()', 'make.load()') },
      ],
      [
        `from typing import Coroutine, Optional\n${given}def maybe() -> Optional[Coroutine]: ...\n\nmaybe()\n`,
        `${given}def maybe(x):\n    if x:\n        return fetch()\n\nmaybe(1)\n`,
      ],
    );
  });

  describe('sees through decorators that keep a coroutine function', () => {
    cases(
      'missing-await',
      [
        { code: `${decorated(retry)}«work()»\n` },
        { code: `${decorated('@functools.lru_cache')}«work()»\n` },
        {
          code: `from typing import overload\n${given}@overload\nasync def f(x: int) -> int: ...\n@overload\nasync def f(x: str) -> str: ...\nasync def f(x):\n    await fetch()\n\nasync def main():\n    «f(1)»\n`,
        },
      ],
      [
        `${decorated(running).replace('async def main', 'def main')}work()\n`,
        `${decorated('@unknown')}work()\n`,
      ],
    );
  });

  describe('follows what a program passes to its own functions', () => {
    cases(
      'missing-await',
      [
        {
          code: `${given}async def use(s):\n    «s.load()»\n\nasync def main():\n    await use(Service())\n\nasyncio.run(main())\n`,
        },
        {
          code: `${given}class Shop:\n    def __init__(self, s):\n        self.s = s\n\n    async def open(self):\n        «self.s.load()»\n\nasync def main():\n    await Shop(Service()).open()\n\nasyncio.run(main())\n`,
        },
      ],
      [
        `${given}async def use(s):\n    s.load()\n\nasync def main():\n    await use(Service())\n`,
        `${given}async def use(s):\n    s.load()\n\nasync def main(x):\n    await use(Service())\n    await use(x)\n\nasyncio.run(main(1))\n`,
        `${given}async def use(s):\n    s.load()\n\nasync def main():\n    await use(*[Service()])\n\nasyncio.run(main())\n`,
      ],
    );
  });

  describe('knows the libraries', () => {
    const using = (imports: string, lines: string): string =>
      `${imports}\n\nasync def main(x):\n    ${lines}\n`;
    cases(
      'missing-await',
      [
        { code: using('import trio', '«trio.sleep(1)»') },
        { code: using('import trio', 'async with trio.open_nursery() as n: «n.start(x)»') },
        { code: using('import trio', 's, r = trio.open_memory_channel(0); «s.send(1)»') },
        { code: using('import anyio', 'async with anyio.create_task_group() as g: «g.start(x)»') },
        { code: using('import anyio', 's, r = anyio.create_memory_object_stream[int](3); «r.receive()»') },
        {
          code: using(
            'import aiohttp',
            'async with aiohttp.ClientSession() as s:\n        async with s.get("u") as r: «r.json()»',
          ),
        },
        { code: using('import aiofiles', 'async with aiofiles.open("f") as f: «f.read()»') },
        { code: using('import httpx', 'async with httpx.AsyncClient() as c: «c.post("u")»') },
        { code: using('import asyncpg', 'c = await asyncpg.connect("u"); «c.fetch("select 1")»') },
        { code: using('from asyncio.queues import Queue', 'q = Queue(); «q.put(1)»') },
      ],
      [
        using('import trio', 'async with trio.open_nursery() as n: n.start_soon(x)'),
        using('import websockets', 'async with websockets.connect("u") as w: await w.send("x")'),
        using(
          'import aiosqlite',
          'async with aiosqlite.connect("f") as d:\n        async with d.execute("q") as c: print(await c.fetchall())',
        ),
      ],
    );
  });

  describe('proposes what the file’s library has', () => {
    cases(
      'blocking-call',
      [
        {
          code: 'import time\nimport trio\n\nasync def main():\n    «time.sleep(1)»\n',
          fixed: 'import time\nimport trio\n\nasync def main():\n    await trio.sleep(1)\n',
          message: /`await trio.sleep\(...\)`/,
        },
        {
          code: 'import os, trio\n\nasync def main():\n    «os.system("ls")»\n',
          fixed: 'import os, trio\n\nasync def main():\n    await trio.to_thread.run_sync(os.system, "ls")\n',
          preferred: false,
          message: /`trio.run_process\(...\)`/,
        },
        {
          code: 'import anyio\n\nasync def main():\n    text = «open("f")».read()\n',
          fixed:
            'import anyio\n\nasync def main():\n    text = (await anyio.to_thread.run_sync(open, "f")).read()\n',
          preferred: false,
          message: /`anyio.open_file\(...\)`/,
        },
      ],
      ['import asyncio\n\nasync def main():\n    await helper()\n\ndef helper():\n    open("f")\n'],
    );
  });
});
