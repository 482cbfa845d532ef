import { cases } from './harness';

const inMain = (lines: string): string =>
  `import asyncio\n\nasync def fetch(n=0):\n    await asyncio.sleep(n)\n    return n\n\nclass Service:\n    async def load(self):\n        await asyncio.sleep(1)\n\nasync def main(s):\n    ${lines}\n`;

describe('a variable that is bound again in Python', () => {
  cases(
    'missing-await',
    [
      { code: inMain('s = Service()\n    «s.load()»') },
      { code: inMain('s = Service()\n    if s:\n        «s.load()»\n    s = 3') },
      { code: inMain('r = «fetch()»\n    r = r + 1\n    return r') },
      {
        code: inMain('r = «fetch()»\n    r = await fetch()\n    return r'),
        message: /put in `r` and never awaited/,
      },
      { code: inMain('for n in range(3):\n        s = Service()\n        «s.load()»') },
      {
        code: inMain(
          'x = 1\n    with Service() as x, s as s:\n        pass\n    x = Service()\n    «x.load()»',
        ),
      },
    ],
    [
      inMain('x = 3\n    for n in range(3):\n        x.load()\n        x = Service()'),
      inMain('x = Service()\n    if s:\n        x = 3\n    x.load()'),
      inMain('x = Service()\n    try:\n        x = 3\n    finally:\n        x.load()'),
      inMain('x = Service()\n    def f():\n        nonlocal x\n        x = 3\n    f()\n    x.load()'),
      inMain('x = Service()\n    x = 3\n    x.load()'),
      inMain('x = fetch()\n    while True:\n        x = await x\n        x = fetch()'),
      inMain('x = Service()\n    del x\n    x.load()'),
      inMain('x = Service()\n    (x := 3).load()\n    x.load()'),
      inMain('_ = fetch()'),
    ],
  );
});
