import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { partIds, parts, sectionFile, sectionIds, sections } from '../../../src/core/course/outline';
import { minutesToRead, readingEase } from './reading';

const lesson = (id: (typeof sectionIds)[number]) => readFileSync(sectionFile(id, 'lesson.md'), 'utf8');

describe('the measure of reading', () => {
  it('counts two hundred words a minute', () => {
    assert.equal(minutesToRead('word '.repeat(400)), 2);
  });

  it('finds short words easier than long ones', () => {
    assert.ok(readingEase('The cat sat on the mat. It was fat.') > 90);
    const heavy = 'Asynchronous intermediation necessitates considerable organisational sophistication.';
    assert.ok(readingEase(heavy) < 0);
  });
});

describe('the lessons', () => {
  for (const id of sectionIds) {
    it(`reads ${id} in under two minutes, in plain English`, () => {
      const page = lesson(id);
      const step = sections[id].step.text.join('\n\n');
      assert.ok(minutesToRead(page) < 2, `${minutesToRead(page).toFixed(2)} minutes`);
      assert.ok(minutesToRead(step) < 0.5, `${minutesToRead(step).toFixed(2)} minutes`);
      assert.ok(readingEase(page) >= 65, `lesson ${readingEase(page).toFixed(0)}`);
      assert.ok(readingEase(step) >= 65, `step ${readingEase(step).toFixed(0)}`);
      assert.ok(page.startsWith(`# ${id} ${sections[id].title}\n`));
    });
  }

  for (const { page } of partIds.flatMap((id) => parts[id].closing)) {
    it(`reads ${page} in under two minutes, in plain English`, () => {
      const text = readFileSync(page, 'utf8');
      assert.ok(minutesToRead(text) < 2, `${minutesToRead(text).toFixed(2)} minutes`);
      assert.ok(readingEase(text) >= 65, readingEase(text).toFixed(0));
    });
  }
});
