import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { demoName, sectionFile, sectionIds, type SectionId } from '../../../src/core/course/outline';
import type { Language } from '../../../src/core/language';
import type { Fragment, Item } from './checklist/item';
import { claims } from './claims';
import { checklist, closingChecklist } from './lecture-checklist';

const languages = ['python', 'typescript'] as const;
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const read = (file: string) => oneLine(readFileSync(file, 'utf8'));

describe('the lecture’s checklist', () => {
  it('has all 36 blocks of code, each once', () => {
    const blocks = Object.values(checklist)
      .flat()
      .flatMap((item) => (item.kind === 'code' ? [item.block] : []));
    assert.deepEqual(
      blocks.toSorted((a, b) => a - b),
      Array.from({ length: 36 }, (_, index) => index + 1),
    );
  });

  for (const id of sectionIds) {
    for (const item of checklist[id]) {
      it(`finds in ${id}: ${item.says} (${item.kind})`, () => {
        assertTaught(id, item);
      });
    }
  }

  for (const { says, page, text } of closingChecklist) {
    it(`finds in ${page}: ${says}`, () => {
      assert.ok(read(`walkthroughs/reference/${page}`).includes(oneLine(text)), text);
    });
  }
});

function inEach(fragment: Fragment): readonly (readonly [Language, string])[] {
  const found = languages.flatMap((language) => {
    const text = typeof fragment === 'string' ? fragment : fragment[language];
    return text === undefined ? [] : [[language, text] as const];
  });
  assert.ok(found.length > 0);
  return found;
}

function assertTaught(id: SectionId, item: Item): void {
  switch (item.kind) {
    case 'statement':
      assert.ok(read(sectionFile(id, 'lesson.md')).includes(item.lesson), item.lesson);
      return;
    case 'diagram':
      assert.ok(read(sectionFile(id, item.file ?? 'diagram.svg')).includes(item.drawn), item.drawn);
      return;
    case 'code':
      for (const [language, fragment] of inEach(item.demo)) {
        assert.ok(read(sectionFile(id, demoName(language))).includes(oneLine(fragment)), fragment);
      }
      return;
    case 'output':
      for (const [language, line] of inEach(item.prints)) {
        assert.ok(claims[id].demo[language].output.includes(line), line);
      }
  }
}
