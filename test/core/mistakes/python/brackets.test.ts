import assert from 'node:assert/strict';
import { blankAt, unclosedBrackets } from '../../../../src/core/mistakes/python/syntax/brackets';
import { check } from './harness';

describe('brackets that nobody closes in Python', () => {
  for (const [written, read] of [
    ['x = f(\nprint(x)\n', 'x = f \nprint(x)\n'],
    ['def g():\n    return [1, h(2\n\nclass A: pass\n', 'def g():\n    return  1, h 2\n\nclass A: pass\n'],
    ['x = f(")", # (\n  1)\n', 'x = f(")", # (\n  1)\n'],
    ['x = f(\n    a,\n    b\ndef g(): pass\n', 'x = f(\n    a,\n    b\ndef g(): pass\n'],
    ['x = """(\n""" + f(1)\n', 'x = """(\n""" + f(1)\n'],
    ['x = """\nreturn (\n"""\ny = f(\nz\n', 'x = """\nreturn (\n"""\ny = f \nz\n'],
    ['f(1))\ng(', 'f(1))\ng '],
  ] as const) {
    it(`reads ${JSON.stringify(written)}`, () => {
      assert.equal(blankAt(unclosedBrackets(written), written), read);
    });
  }

  it('leave what stands around them to be checked', async () => {
    const code = `import asyncio

async def fetch():
    await asyncio.sleep(1)

async def main():
    fetch()
    kept = fetch()
    print(await kept

async def other():
    fetch()
`;
    const found = (await check(code))['missing-await'] ?? [];
    assert.deepEqual(
      found.map(({ start }) => code.slice(0, start).split('\n').length),
      [7, 12],
    );
  });
});
