import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/mistakes/finding';
import { readTypeScriptComments } from '../../../../src/core/mistakes/suppression/typescript';
import { firstTypeScriptError } from '../../../../src/core/mistakes/syntax/typescript';
import { damaged, extremes } from './support/damaged';
import { numbers, rounds } from './support/generated';
import { check, diskWith } from './support/rules';

/** Files of one folder share a program, which makes checking ten thousand of them a matter of minutes. */
const perFolder = 50;
/** Nobody waits longer for the findings of a page of code, in microseconds of processor time. */
const mostMicroseconds = 20_000_000;

function assertInside(text: string, found: readonly Finding[], name: string): void {
  const places = found.flatMap(({ start, end, related, fixes }) => [
    { start, end },
    ...related.filter(({ path }) => path === undefined),
    ...fixes.flatMap(({ edits }) => edits),
  ]);
  const outside = places.filter(({ start, end }) => !(start >= 0 && start <= end && end <= text.length));
  assert.deepEqual(outside, [], name);
}

/** Checks a folder of damaged programs; each is made from a number of its own, so that one alone can be tried again. */
async function checkFolder(from: number): Promise<void> {
  const endings = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs'];
  const texts = Object.fromEntries(
    Array.from({ length: perFolder }, (_, index) => {
      const seed = from + index;
      const next = numbers(seed * 7919);
      next(1);
      return [`/damaged-${from}/${seed}.${endings[next(endings.length)] ?? 'ts'}`, damaged(next)];
    }),
  );
  const files = diskWith(texts);
  for (const [name, text] of Object.entries(texts)) {
    const begun = process.cpuUsage();
    assertInside(text, await check(text, name, files), name);
    const { user, system } = process.cpuUsage(begun);
    assert.ok(user + system < mostMicroseconds, `${name} took ${user / 1e6} s`);
  }
}

describe('half-written TypeScript', () => {
  it('keeps the findings of what is whole', async () => {
    const found = await check(
      'declare function save(): Promise<void>;\nexport async function a() {\n  save();\n}\nexport async function b() {\n  save(;\n}\nexport async function c() {\n  save();\n}\n',
    );
    assert.deepEqual(
      found.map(({ start }) => start),
      [70, 149],
    );
  });

  it('says nothing next to a syntax error', async () => {
    const found = await check(
      'declare function save(): Promise<void>;\nexport async function a() {\n  save();\n  const x = ;\n  save();\n}\n',
    );
    assert.deepEqual(found, []);
  });

  it('says nothing in a block that is not closed', async () => {
    const found = await check(
      'declare function save(): Promise<void>;\nexport async function a() {\n  save();\n  if (true) {\n    save();\n',
    );
    assert.deepEqual(found, []);
  });

  it('still looks into the last function of a file when only its last statement is broken', async () => {
    const text =
      'declare function save(): Promise<void>;\nexport async function a() {\n  save();\n  let n = 1;\n  if (\n}\n';
    const found = await check(text);
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      ['save()'],
    );
  });

  it('never throws, and never points outside of the text, whatever is cut, lost, doubled or thrown in', async function () {
    this.timeout(0);
    const first = Number(process.env['ASYNC_TUTOR_FUZZ_FROM'] ?? 0);
    for (let from = first; from < first + rounds(150); from += perFolder) {
      await checkFolder(from);
    }
  });

  for (const [name, text] of Object.entries(extremes)) {
    it(`survives ${name}`, async function () {
      this.timeout(0);
      for (const ending of ['tsx', 'js']) {
        assertInside(text, await check(text, `deep.${ending}`), name);
      }
    });
  }

  it('tells where a text begins to be nested too deeply', () => {
    const place = firstTypeScriptError(`save();\n${'('.repeat(10_000)}`, 'a.ts') ?? -1;
    assert.ok(place > 20 && place < 10_000, String(place));
    assert.equal(readTypeScriptComments('('.repeat(10_000), 'a.ts')(5), false);
  });

  it('leaves out what is nested too deeply, not what is beside it', async () => {
    const text = 'declare function save(): Promise<void>;\nsave();\n';
    const deep = 'function f() {'.repeat(10_000);
    const files = diskWith({
      '/deep/a.mts': text,
      '/deep/b.mts': text,
      '/deep/c.mts': deep,
      '/deep/d.mts': '('.repeat(10_000),
    });
    for (const [name, count] of [
      ['a', 1],
      ['b', 1],
      ['c', 0],
      ['d', 0],
      ['a', 1],
    ] as const) {
      const path = `/deep/${name}.mts`;
      assert.equal((await check(files.read(path) ?? '', path, files)).length, count, name);
    }
  });
});
