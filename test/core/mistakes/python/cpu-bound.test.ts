import { cases } from './harness';

const inMain = (lines: string, given = ''): string =>
  `import asyncio\n${given}\nasync def main():\n    total = 0\n    ${lines}\n    await asyncio.sleep(0)\n    return total\n`;
const helper =
  '\ndef count(n, step=1):\n    result = 0\n    for i in range(n):\n        result += i\n    return result\n';
const inThread = (work: string): string =>
  `await asyncio.get_running_loop().run_in_executor(None, lambda: ${work})`;

describe('cpu-bound in Python', () => {
  cases(
    'cpu-bound',
    [
      {
        code: inMain('total = «[[i * j for j in range(2000)] for i in range(2000)]»'),
        message: /4,000,000 items/,
      },
      {
        code: inMain('«for i in range(10_000_000)»:\n        total += i\n\n        total -= 1'),
        fixed: inMain(
          'def calculate():\n        nonlocal total\n        for i in range(10_000_000):\n            total += i\n\n            total -= 1\n\n    await asyncio.to_thread(calculate)',
        ),
        preferred: false,
        message: /^This `for` loop keeps the event loop's thread busy \(10,000,000 rounds/,
      },
      {
        code: inMain('total = «sum(range(100_000_000))»'),
        fixed: inMain(`total = ${inThread('sum(range(100_000_000))')}`),
        preferred: false,
      },
      { code: inMain('total = «sum(i * i for i in range(10**7))»') },
      {
        code: inMain('squares = «[i * i for i in range(N)]»; print(squares)', 'N = 5_000_000\n'),
        message: /^This comp/,
      },
      {
        code: inMain('«for i in range(2000)»:\n        for j in range(2000):\n            total += i * j'),
        message: /4,000,000/,
      },
      { code: inMain('«while total < 10_000_000»:\n        total += 1'), message: /^This `while` loop/ },
      {
        code: inMain('total = «count(20_000_000)»', helper),
        fixed: inMain(
          'with concurrent.futures.ProcessPoolExecutor() as pool:\n        total = await asyncio.get_running_loop().run_in_executor(pool, count, 20_000_000)',
          helper,
        ).replace('import asyncio\n', 'import concurrent.futures\nimport asyncio\n'),
        preferred: false,
        others: [inMain(`total = ${inThread('count(20_000_000)')}`, helper)],
      },
      {
        code: inMain(
          'total = «fib(35)»',
          '\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\n',
        ),
        message: /a recursion whose calls double/,
      },
      {
        code: inMain(
          'key = «hashlib.pbkdf2_hmac("sha256", b"p", b"s", 500_000)»; print(key)',
          'import hashlib\n',
        ),
      },
      {
        code: 'import trio\n\nasync def f():\n    return «sum(range(10**8))»\n',
        fixed:
          'import trio\n\nasync def f():\n    return await trio.to_thread.run_sync(lambda: sum(range(10**8)))\n',
        preferred: false,
      },
    ],
    [
      inMain('for i in range(100): total += i'),
      inMain('for i in range(10_000_000):\n        await asyncio.sleep(0)'),
      inMain('for i in range(10_000_000):\n        if i > 3: break'),
      inMain('for i in items: total += i'),
      inMain('total = await asyncio.to_thread(lambda: sum(range(10**8)))'),
      inMain('total = count(5)', helper),
      inMain('total = count(items)', helper),
      inMain('total = await asyncio.to_thread(count, 10**9)', helper),
      inMain('total = [[0 for _ in range(10)] for _ in range(10_000)]'),
      inMain('total = [(0 for _ in range(10**4)) for _ in range(10**4)]'),
      inMain('f = range(10**9)'),
      inMain('total = len(range(10**9))'),
      inMain('total = fib(5)', '\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\n'),
      inMain(
        'total = fib(50)',
        'import functools\n\n@functools.cache\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\n',
      ),
      'def main():\n    return sum(range(10**8))\n\nsum(range(10**8))\n',
      'async def f(range):\n    return sum(range(10**8))\n',
    ],
  );
});
