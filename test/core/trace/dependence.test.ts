import assert from 'node:assert/strict';
import type { Language } from '../../../src/core/language';
import { needsEarlier } from '../../../src/core/trace/findings/dependence';
import { statementsOf } from '../../../src/core/trace/findings/source-text';

const calls = new Set(['ask', 'fetch', 'store']);

function inPython(...body: readonly string[]): boolean | undefined {
  const lines = ['import asyncio', '', 'async def main(', '    name: str,', ') -> None:', ...body];
  return depends('python', lines.map((line, at) => (at < 5 ? line : `    ${line}`)).concat('x = ask(1)'), 3);
}

function inTypeScript(...body: readonly string[]): boolean | undefined {
  return depends('typescript', ['async function main() {', ...body.map((line) => `  ${line}`), '}'], 1);
}

function depends(language: Language, lines: readonly string[], line: number | null): boolean | undefined {
  const statements = statementsOf(lines.join('\n'), language, 'main', line);
  return statements === undefined ? undefined : needsEarlier(statements, calls);
}

describe('whether later work needs what earlier work gave', () => {
  it('is so where a result is handed on, directly or through others', () => {
    assert.equal(inPython('a = await ask("who?")', 'b = await fetch(a)'), true);
    assert.equal(inPython('a = await ask("who?")', 'b = a["id"]', 'await fetch(key=b)'), true);
    assert.equal(inPython('results = []', 'results.append(await ask(1))', 'await store(results)'), true);
    assert.equal(inPython('await store(await fetch(1), 2)', 'b = await ask(2)'), false);
    assert.equal(inTypeScript('const { id } = await ask();', 'await fetch(`/user/${id}`);'), true);
    assert.equal(inTypeScript('const user = await ask();', 'await fetch(', '  user.id,', ');'), true);
  });

  it('is so where a decision on a result comes in between', () => {
    assert.equal(inPython('a = await ask(1)', 'if a:', '    await fetch(2)'), true);
    assert.equal(inPython('a = await ask(1)', 'if not a:', '    return', 'await fetch(2)'), true);
    assert.equal(inTypeScript('const a = await ask();', 'if (a === null) return;', 'await fetch(2);'), true);
  });

  it('is so in a loop that goes on from where it was', () => {
    assert.equal(inPython('page = None', 'while True:', '    page = await fetch(page)'), true);
    assert.equal(
      inPython('for n in range(9):', '    page = await fetch(n)', '    if not page:', '        break'),
      true,
    );
    assert.equal(
      inTypeScript('let next = 1;', 'while (next) {', '  next = (await fetch(next)).next;', '}'),
      true,
    );
  });

  it('is so in a loop that ends with the first call that succeeds', () => {
    const tries = ['for n in range(3):', '    try:', '        await fetch(1)'];
    const caught = ['    except OSError:', '        print("again")'];
    assert.equal(inPython(...tries, '        break', ...caught), true);
    assert.equal(inPython(...tries, ...caught, '        continue', '    break'), true);
    assert.equal(inPython('while True:', '    try:', '        return await fetch(1)', ...caught), true);
    assert.equal(inPython(...tries, ...caught), false);
    assert.equal(
      inTypeScript('for (;;) {', '  try {', '    return await fetch(1);', '  } catch {', '  }', '}'),
      true,
    );
  });

  it('is not so where results are only kept, printed or put together', () => {
    assert.equal(inPython('a = await ask("a")', 'b = await ask("b")', 'print(a, b)'), false);
    assert.equal(inPython('a = await ask("a")', 'print(f"got {a}")', 'await fetch("b")'), false);
    assert.equal(inPython('results = []', 'for n in (1, 2):', '    results.append(await fetch(n))'), false);
    assert.equal(inPython('total = 0', 'for n in (1, 2):', '    total += await fetch(n)'), false);
    assert.equal(inPython('# a goes on', 'a = await ask("b")', 'await fetch("a")'), false);
    assert.equal(
      inTypeScript(
        'const a = await ask();',
        'console.log(a);',
        'for (const n of [1, 2]) {',
        '  await fetch(n);',
        '}',
      ),
      false,
    );
  });

  it('looks at the function alone, or at the program outside its functions', () => {
    const lines = [
      'async def other():',
      '    a = await ask(1)',
      '    await fetch(a)',
      'await ask(1)',
      'await ask(2)',
    ];
    assert.equal(depends('python', lines, null), false);
    assert.equal(depends('python', ['async def main():', '    await ask(1)', ...lines], 1), false);
  });

  it('is unknown where the line names another function', () => {
    assert.equal(depends('python', ['async def other():', '    await ask(1)'], 1), undefined);
    assert.equal(depends('python', ['async def main():'], 7), undefined);
  });
});
