import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  demoName,
  partIds,
  parts,
  predictionOf,
  sectionFile,
  sectionIds,
  sections,
  type Asking,
  type Section,
} from '../../../src/core/course/outline';
import type { Language } from '../../../src/core/language';

const languages: readonly Language[] = ['python', 'typescript'];
const demo = (id: Section['id'], language: Language) =>
  readFileSync(sectionFile(id, demoName(language)), 'utf8');
const occurrences = (text: string, part: string) => text.split(part).length - 1;

describe('the outline', () => {
  it('has every section under its own id, in its own part', () => {
    for (const id of sectionIds) {
      const { id: own, part, folder } = sections[id];
      assert.equal(own, id);
      assert.ok(parts[part].sections.includes(id));
      assert.ok(folder.startsWith(`${id}-`));
    }
  });

  it('builds only on what came before', () => {
    for (const [index, id] of sectionIds.entries()) {
      for (const earlier of sections[id].buildsOn) {
        assert.ok(sectionIds.indexOf(earlier) < index, `${id} builds on ${earlier}`);
      }
    }
  });

  it('leads from each part to the next, and nowhere from the last', () => {
    for (const [index, id] of partIds.entries()) {
      const onward = parts[id].closing.flatMap(({ next }) => next ?? []);
      assert.deepEqual(onward, partIds.slice(index + 1, index + 2));
    }
  });

  for (const id of sectionIds) {
    const section = sections[id];

    it(`asks in ${id} what has one right answer, with as many choices in each language`, () => {
      for (const asking of [section, ...section.changes] satisfies Asking[]) {
        for (const { question, choices, right, why } of languages.map((one) => predictionOf(asking, one))) {
          assert.ok(choices.length >= 3, question);
          assert.ok(choices[right] !== undefined, question);
          assert.equal(new Set(choices).size, choices.length);
          assert.equal(choices.length, asking.prediction.choices.length);
          assert.match(question, /\?$/);
          assert.ok(question.length <= 120, `${question.length} characters: ${question}`);
          assert.match(why, /\.$/);
        }
      }
    });

    for (const language of languages) {
      it(`anchors the tour of ${id} in ${language} at single lines`, () => {
        const text = demo(id, language);
        assert.ok(section.notes[language].length >= 3);
        for (const { anchor, text: note } of section.notes[language]) {
          assert.equal(occurrences(text, anchor), 1, anchor);
          assert.ok(!anchor.includes('\n'), anchor);
          assert.ok(sentences(note) <= 3, note);
        }
      });

      it(`changes one place of ${id} in ${language}`, () => {
        assert.ok(section.changes.length >= 1);
        for (const { edit, task } of section.changes) {
          assert.equal(occurrences(demo(id, language), edit[language].from), 1, task);
          assert.notEqual(edit[language].to, edit[language].from);
        }
      });
    }
  }
});

function sentences(text: string): number {
  const plain = text.replaceAll(/`[^`]*`/g, 'code');
  return plain.split(/[.?!](?=\s|$)/).filter((sentence) => sentence.trim() !== '').length;
}
