import assert from 'node:assert/strict';
import { check, summary } from './harness';
import { numbers } from './numbers';

const program = `import asyncio, time

class A:
    async def f(self, x: "A | None" = None) -> int:
        time.sleep(1)
        with open("é🐍") as f: print(f"{self.f()!r:>{x}}")
        return [await x async for x in self.f() if x][0]

async def main(a: A):
    asyncio.run(a.f())
    match a.f():
        case {"k": [1, *rest]} if rest: a.f()
    lambda y=a.f(): (z := y)

async def worker(queue: asyncio.Queue, n=10**7):
    for i in range(10_000_000): n += i
    try:
        item = await queue.get()
        print(item)
    except asyncio.CancelledError: pass
    done, _ = await asyncio.wait([asyncio.create_task(worker(queue))], timeout=1)
    asyncio.create_task(worker(queue))
    x = await fetch(1)
    y = await fetch(2)
    await queue.join()

async def fetch(n):
    await asyncio.sleep(n)

async def plain(n):
    return str(n)

def wrong(): return [await fetch(n) for n in range(3)]

if __name__ == "__main__":
    main(A())
    asyncio.run(fetch(1))
    asyncio.run(fetch(2))
`;

/** How many damaged programs to try; ten thousand take some minutes. */
const rounds = Number(process.env['ASYNC_TUTOR_DAMAGED'] ?? 300);

function mutated(next: (below: number) => number): string {
  let text = program;
  const times = 1 + next(4);
  for (let time = 0; time < times; time += 1) {
    const at = next(text.length);
    const scraps = [
      '(',
      ')',
      '"""',
      ':',
      '\n',
      '    ',
      'async ',
      'await ',
      '\\',
      '\0',
      '🐍',
      'def f(',
      '{',
      '\t',
      '=',
      '.',
    ];
    const scrap = scraps[next(scraps.length)] ?? '';
    text = text.slice(0, at) + scrap + text.slice(at + next(6));
  }
  return next(3) === 0 ? text.slice(0, next(text.length)) : text;
}

describe('broken and strange Python', () => {
  it(`survives ${rounds} damaged programs`, async function () {
    this.timeout(60_000 + rounds * 100);
    const next = numbers(7);
    for (let round = 0; round < rounds; round += 1) {
      const text = mutated(next);
      for (const { start, end, fixes } of Object.values(await check(text)).flat()) {
        assert.ok(start >= 0 && start < end && end <= text.length);
        for (const { edits } of fixes) {
          edits.forEach((edit, index) => {
            assert.ok(
              edit.end <= text.length && edit.start <= edit.end && edit.start >= (edits[index - 1]?.end ?? 0),
            );
          });
        }
      }
    }
  });

  it('finds mistakes where a half-written file is whole', async () => {
    const text = 'async def f():\n    pass\n\nasync def g():\n    f()\n\nasync def h():\n    x = f(\n';
    assert.deepEqual(await summary(text), ['5: missing-await']);
  });

  it('says nothing beside a mistake of grammar', async () => {
    assert.deepEqual(await summary('async def f(): pass\n\nasync def g():\n    f() f( )\n'), []);
  });

  for (const [name, text] of Object.entries({
    'an empty file': '',
    'Python 2': 'print "hello"\nexec "x"\ntry:\n    pass\nexcept E, e:\n    raise E, "x"\n',
    'deep brackets': `x = ${'('.repeat(3000)}1${')'.repeat(3000)}\n`,
    'deep calls': `${'f('.repeat(3000)}${')'.repeat(3000)}\n`,
    'a long chain': `x${'.a()'.repeat(3000)}\n`,
    'deep lambdas': `${'lambda: '.repeat(2000)}1\n`,
    'deep blocks': Array.from({ length: 90 }, (_, depth) => `${' '.repeat(depth)}if x:\n`).join(''),
    'a definition in terms of itself':
      'def f():\n    return f()\n\nx = x\ny = [y for y in y]\nclass A(A): pass\nA().b()\n',
  })) {
    it(`survives ${name}`, async () => {
      assert.deepEqual(await summary(text), []);
    });
  }

  it('counts in UTF-16 units, after a byte order mark too', async () => {
    const text = '\uFEFFasync def f(): pass\n\nasync def g():\n    "🐍🐍"; f()\n';
    const [finding] = (await check(text))['missing-await'] ?? [];
    assert.equal(finding && text.slice(finding.start, finding.end), 'f()');
  });
});
