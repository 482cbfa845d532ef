import assert from 'node:assert/strict';
import { allMistakes, numbers, rounds } from './support/generated';
import { check } from './support/rules';

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

  it('never throws, and never points outside of the text, whatever is cut, lost or doubled', async function () {
    this.timeout(0);
    const next = numbers(7);
    const endings = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx'];
    for (let round = 0; round < rounds(120); round += 1) {
      const start = next(allMistakes.length);
      const end = Math.min(allMistakes.length, start + next(60));
      const piece = allMistakes.slice(start, end);
      const middle = ['', piece.repeat(2), piece.toUpperCase(), '{(`'.slice(next(3))][round % 4] ?? '';
      const rest = round % 5 === 0 ? '' : allMistakes.slice(end);
      const text = allMistakes.slice(0, start) + middle + rest;
      for (const { start: from, end: to, fixes } of await check(
        text,
        `lesson.${endings[round % 6] ?? 'ts'}`,
      )) {
        const places = [{ start: from, end: to }, ...fixes.flatMap(({ edits }) => edits)];
        const isInside = places.every(
          (place) => place.start >= 0 && place.start <= place.end && place.end <= text.length,
        );
        assert.ok(isInside, `round ${round}: ${JSON.stringify(places)}`);
      }
    }
  });
});
