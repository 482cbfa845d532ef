import { cases } from './harness';

const program = (definition: string, use = 'print(await greet("Ada"))'): string =>
  `import asyncio\n\n${definition}\n\nasync def main():\n    ${use}\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n`;
const greet = 'async def greet(name):\n    return f"Hello, {name}"';

describe('needless-async in Python', () => {
  cases(
    'needless-async',
    [
      {
        code: program(`«${greet.replace('greet', 'greet»')}`),
        fixed: program(greet.replace('async ', ''), 'print(greet("Ada"))'),
        preferred: false,
        message: /`greet` is async but never awaits anything/,
      },
      {
        code: program(
          '«async def double»(n):\n    return 2 * n\n\nasync def greet(name):\n    return await double(name)',
        ),
        fixed: program(
          'def double(n):\n    return 2 * n\n\ndef greet(name):\n    return double(name)',
          'print(greet("Ada"))',
        ),
        preferred: false,
      },
      {
        code: '«async def total»(items):\n    result = 0\n    for item in items:\n        result += item\n    return result\n',
      },
      { code: '«async def names»(folder):\n    with folder as f:\n        return [x for x in f]\n' },
      { code: '«async def outer»():\n    async def inner(x):\n        await x\n    print(inner)\n' },
      {
        code: program(
          'class A:\n    «async def _size»(self):\n        return len(self.x)\n\n    async def measure(self):\n        return await self._size()',
          'await A().measure()',
        ),
        fixed: program(
          'class A:\n    def _size(self):\n        return len(self.x)\n\n    def measure(self):\n        return self._size()',
          'A().measure()',
        ),
        preferred: false,
      },
      { code: 'async def main():\n    «async def inner»():\n        print(1)\n    await work()\n' },
      { code: 'def other(): pass\n\n«async def main»():\n    print(1)\n    return other\n' },

      {
        code: program(
          '«async def is_word»(name: str) -> bool:\n    return name.isalpha()',
          'print(await is_word("Ada"))',
        ),
      },
    ],
    [
      program('async def greet(name):\n    await asyncio.sleep(1)\n    return name'),
      program('async def greet(name):\n    async with name as n:\n        return n'),
      program('async def greet(name):\n    return [x async for x in name]'),
      program('async def greet(name):\n    yield name', 'async for x in greet(1): print(x)'),
      program('async def greet(name):\n    pass'),
      program('async def greet(name):\n    """Says hello."""\n    raise NotImplementedError'),
      program('async def greet(name):\n    return asyncio.create_task(main())'),
      program('async def greet(name):\n    return name()'),
      program('async def greet(name):\n    loop.call_later(1, print)'),
      program(greet, 'await asyncio.gather(greet("Ada"), greet("Bob"))'),
      program(greet, 'await asyncio.create_task(greet("Ada"))'),
      program(greet, 'handlers.append(greet)'),
      program(`@app.get("/")\n${greet}`),
      program(greet.replace('return', 'time.sleep(1)\n    return'), 'await greet(1)').replace(
        'import asyncio',
        'import asyncio, time',
      ),
      program('class A:\n    async def __aenter__(self):\n        return str(self)'),
      program('class A(Base):\n    async def greet(self):\n        return str(self)', 'await A().greet()'),
      program(
        'class A:\n    async def greet(self):\n        return str(self)\n\nclass B(A):\n    async def greet(self):\n        await asyncio.sleep(1)',
        'await A().greet()',
      ),
      'async def index(request):\n    return str(request)\n',
      'async def test_it():\n    assert str(1)\n',
      'import asyncio\n\nasync def main():\n    print("hello")\n\nasyncio.run(main())\n',
      'def main():\n    async def inner():\n        print(1)\n    return inner\n',
      program(
        'async def greet(work: "Awaitable[str]"):\n    return work',
        'print(await greet(asyncio.sleep(1)))',
      ),
      'async def other(): await work()\n\nasync def main():\n    print(1)\n    return other\n',

      program('pages = {}\n\nasync def keep(name):\n    pages[name] = main()', 'await keep("a")'),
      'from .pages import page\n\nasync def show(x):\n    return page.format(x)\n',
      'async def _context():\n    return {"user": str(1)}\n',
    ],
  );
});
