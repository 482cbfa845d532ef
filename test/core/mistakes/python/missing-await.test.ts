import { cases } from './harness';

const given = `import asyncio
import json

async def fetch(x=0):
    await asyncio.sleep(1)
    return {"a": x}

`;
const inMain = (line: string): string => `${given}async def main():\n    ${line}\n\nasyncio.run(main())\n`;
const inClass = (line: string): string => `${given}class Base:
    async def save(self):
        pass

class Service(Base):
    @classmethod
    async def make(cls):
        return cls()

    @staticmethod
    async def ping():
        pass

    async def load(self):
        return 1

    async def work(self, other: "Service | None" = None):
        ${line}
`;

describe('missing-await in Python', () => {
  describe('finds each form and awaits it', () => {
    cases(
      'missing-await',
      [
        {
          code: inMain('«fetch()»'),
          fixed: inMain('await fetch()'),
          message: /nobody awaits, so its body never runs/,
        },
        { code: inMain('if «fetch()»: pass'), fixed: inMain('if await fetch(): pass') },
        { code: inMain('while not «fetch()»: pass'), fixed: inMain('while not await fetch(): pass') },
        {
          code: inMain('x = 1 if «fetch()» else 2; print(x)'),
          fixed: inMain('x = 1 if await fetch() else 2; print(x)'),
        },
        { code: inMain('print(«fetch()» or 3)'), fixed: inMain('print(await fetch() or 3)') },
        { code: inMain('assert «fetch()»'), fixed: inMain('assert await fetch()') },
        { code: inMain('print(1 + «fetch()»)'), fixed: inMain('print(1 + await fetch())') },
        { code: inMain('total = 0; total += «fetch()»'), fixed: inMain('total = 0; total += await fetch()') },
        { code: inMain('print(«fetch()» == 3)'), fixed: inMain('print(await fetch() == 3)') },
        { code: inMain('print(f"{«fetch()»}!")'), fixed: inMain('print(f"{await fetch()}!")') },
        { code: inMain('return «fetch()»["a"]'), fixed: inMain('return (await fetch())["a"]') },
        { code: inMain('return «fetch()».get("a")'), fixed: inMain('return (await fetch()).get("a")') },
        {
          code: inMain('for k in «fetch()»: pass'),
          fixed: inMain('for k in await fetch(): pass'),
          preferred: false,
        },
        { code: inMain('a, b = «fetch()»'), fixed: inMain('a, b = await fetch()') },
        { code: inMain('print(«fetch()»)'), fixed: inMain('print(await fetch())') },
        { code: inMain('json.dumps(«fetch()»)'), fixed: inMain('json.dumps(await fetch())') },
        {
          code: inMain('data = «fetch()»'),
          fixed: inMain('data = await fetch()'),
          message: /`data` and never awaited/,
        },
        {
          code: inMain('data = «fetch()»; print(data["a"])'),
          fixed: inMain('data = await fetch(); print(data["a"])'),
        },
        {
          code: inMain('[«fetch(u)» for u in "ab"]'),
          fixed: inMain('[await fetch(u) for u in "ab"]'),
          preferred: false,
        },
        { code: inMain('«fetch»()'.replace('»()', '()»')) },
        { code: inMain('«asyncio.sleep(1)»'), fixed: inMain('await asyncio.sleep(1)') },
        {
          code: inMain('«asyncio.gather(fetch(), fetch())»'),
          message: /starts its work, but nobody awaits it/,
        },
        {
          code: inMain('q = asyncio.Queue(); «q.put(1)»'),
          fixed: inMain('q = asyncio.Queue(); await q.put(1)'),
        },
        {
          code: inMain('«fetch( # why\n        1)» # kept'),
          fixed: inMain('await fetch( # why\n        1) # kept'),
        },
        { code: inMain('print("🐍", «fetch()»)'), fixed: inMain('print("🐍", await fetch())') },
      ],
      [],
    );
  });

  describe('follows objects', () => {
    cases(
      'missing-await',
      [
        { code: inClass('«self.load()»'), fixed: inClass('await self.load()') },
        { code: inClass('«self.save()»'), fixed: inClass('await self.save()') },
        { code: inClass('«super().save()»'), fixed: inClass('await super().save()') },
        { code: inClass('«Service.ping()»'), fixed: inClass('await Service.ping()') },
        { code: inClass('«other.load()»'), fixed: inClass('await other.load()') },
        { code: inClass('s = Service(); «s.load()»'), fixed: inClass('s = Service(); await s.load()') },
        { code: inClass('s = await Service.make(); «s.load()»') },
        { code: inClass('for s in [Service(), Service()]: «s.load()»') },
        {
          code: `${given}class A:\n    def __init__(self):\n        self.q = asyncio.Queue()\n\n    async def f(self):\n        «self.q.put(1)»\n`,
        },
        { code: `from asyncio import sleep as nap\n\nasync def f():\n    «nap(1)»\n` },
        { code: `import asyncio as aio\n\nasync def f():\n    «aio.sleep(1)»\n` },
        {
          code: `import httpx\n\nasync def f():\n    async with httpx.AsyncClient() as c:\n        r = «c.get("x")»\n        print(r.text)\n`,
        },
        {
          code: `${given}import functools\n\ndef timed(fn):\n    @functools.wraps(fn)\n    async def inner(*a):\n        return await fn(*a)\n    return inner\n\n@timed\nasync def g():\n    pass\n\nasync def h():\n    «g()»\n`,
        },
      ],
      [],
    );
  });

  describe('makes plain functions async where that is right', () => {
    cases(
      'missing-await',
      [
        { code: `${given}«fetch()»\n`, fixed: `${given}asyncio.run(fetch())\n` },
        {
          code: `${given}«fetch()»\n«fetch()»\n`,
          fixed: `${given}asyncio.run(fetch())\nfetch()\n`,
          preferred: false,
        },
        { code: `${given}asyncio.run(fetch())\n«fetch()»\n`, fixed: null },
        { code: `${given}def go():\n    «fetch()»\n\ngo()\ngo()\n`, fixed: null },
        {
          code: `async def fetch():\n    pass\n\ndef go():\n    «fetch()»\n\ngo()\n`,
          fixed: `import asyncio\n\nasync def fetch():\n    pass\n\nasync def go():\n    await fetch()\n\nasyncio.run(go())\n`,
        },
        {
          code: `"""Doc."""\nfrom __future__ import annotations\nimport os\n\nasync def fetch():\n    pass\n\ndef go():\n    return «fetch()».x\n\ndef run():\n    print(go().y)\n\nrun()\n`,
          fixed: `"""Doc."""\nfrom __future__ import annotations\nimport asyncio\nimport os\n\nasync def fetch():\n    pass\n\nasync def go():\n    return (await fetch()).x\n\nasync def run():\n    print((await go()).y)\n\nasyncio.run(run())\n`,
        },
        {
          code: `${given}def go():\n    «fetch()»\n`,
          fixed: `${given}async def go():\n    await fetch()\n`,
          preferred: false,
        },
        { code: `${given}def go():\n    «fetch()»\n\nhandlers = [go]\n`, fixed: null },
        { code: `${given}f = lambda: [«fetch()»["a"]]\n`, fixed: null },
        {
          code: `async def fetch():\r\n    pass\r\n\r\nasync def m():\r\n    «fetch()»\r\n`,
          fixed: `async def fetch():\r\n    pass\r\n\r\nasync def m():\r\n    await fetch()\r\n`,
        },
      ],
      [],
    );
  });

  describe('is silent', () => {
    cases(
      'missing-await',
      [],
      [
        ...[
          'await fetch()',
          'return fetch()',
          'await asyncio.gather(fetch(), fetch())',
          't = asyncio.create_task(fetch()); await t',
          'c = fetch(); await c',
          'c = fetch(); return c',
          'c = fetch(); print(type(c)); c.close()',
          'tasks = [fetch(i) for i in range(3)]; await asyncio.gather(*tasks)',
          'tasks = []; tasks.append(fetch()); await asyncio.wait(tasks)',
          'unknown(fetch())',
          'x = {"a": fetch()}; return x',
          'await (fetch() if x else fetch(1))',
          'f = lambda: fetch(); await f()',
          'async with asyncio.timeout(1): await fetch()',
          'return await asyncio.wait_for(fetch(), 3)',
          'results = [await fetch(i) for i in range(3)]; print(results)',
          'coro = fetch()\n    try:\n        await coro\n    finally:\n        print("done")',
          'asyncio.ensure_future(fetch())',
          'for c in asyncio.as_completed([fetch(), fetch(1)]): print(await c)',
          'fetch = str; fetch()',
          'del fetch; fetch()',
        ].map(inMain),
        `${given}def fetch(): pass\n\nfetch()\n`,
        `from somewhere import *\n\nasync def main():\n    fetch()\n`,
        `from somewhere import thing\n\n@thing\nasync def f():\n    pass\n\nf()\n`,
        `async def agen():\n    yield 1\n\nasync def main():\n    agen()\n    x = agen()\n    print(x)\n`,
        `async def f(): pass\n\ndef g(f):\n    f()\n`,
        `import contextlib\n\n@contextlib.asynccontextmanager\nasync def conn():\n    yield 1\n\nasync def main():\n    async with conn() as c:\n        print(c)\n`,
        `try:\n    from fast import load\nexcept ImportError:\n    async def load(): pass\n\nload()\n`,
        `import aiohttp\n\nasync def f():\n    async with aiohttp.ClientSession() as s:\n        async with s.get("x") as r:\n            print(await r.text())\n`,
        `class A:\n    def load(self): pass\n\nclass B:\n    async def load(self): pass\n\ndef f(x: A | B):\n    x.load()\n`,
        `class A:\n    async def load(self): pass\n\nclass B(A):\n    def load(self): pass\n\ndef f(x: A):\n    x.load()\n`,
        `class A:\n    async def load(self): pass\n\na = A()\na.load = print\na.load()\n`,
        `import pytest\n\nasync def f(x): pass\n\ndef test_it():\n    with pytest.raises(TypeError):\n        f()\n`,
        `class A:\n    async def f(self): pass\n\n    def g(self, f):\n        f()\n        def f(): pass\n        f()\n`,
      ],
    );
  });
});
