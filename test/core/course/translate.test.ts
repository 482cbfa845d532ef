import assert from 'node:assert/strict';
import { glossary } from '../../../src/core/course/glossary';
import { parts, sections } from '../../../src/core/course/outline';
import { eachIn, partIn, sectionIn, termIn } from '../../../src/core/course/translate';
import { courseStrings } from '../../harness/l10n-bundle';

const loud = (english: string) => english.toUpperCase();

describe('the course in another language', () => {
  it('has titles, questions, what a language asks instead, notes and tasks in it', () => {
    const { title, teaches, prediction, predictionIn, notes, changes } = eachIn(sections, sectionIn, loud)[
      '2.3'
    ];
    const [note, change] = [notes.typescript[0], changes[0]];
    const said = [title, teaches, prediction.why, predictionIn?.typescript?.question, note?.text];
    for (const text of [...said, ...prediction.choices, change?.task, change?.prediction.question]) {
      assert.ok(text === text?.toUpperCase(), text);
    }
    assert.equal(eachIn(parts, partIn, loud)['part-1'].title, parts['part-1'].title.toUpperCase());
  });

  it('keeps what a program and a prediction are measured by', () => {
    const [english, other] = [sections['1.1'], sectionIn(sections['1.1'], loud)];
    assert.deepEqual(other.prediction.written, english.prediction.choices);
    assert.deepEqual(
      other.notes.python.map(({ anchor }) => anchor),
      english.notes.python.map(({ anchor }) => anchor),
    );
    assert.deepEqual(
      other.changes.map(({ edit }) => edit),
      english.changes.map(({ edit }) => edit),
    );
  });

  it('finds a word of the glossary in both languages', () => {
    const { name, forms } = eachIn(glossary, termIn, loud).task;
    assert.equal(name, 'TASK');
    assert.ok(forms.includes('task') && forms.includes('TASKS'));
  });
});

describe('the sentences of the course', () => {
  it('are there once each, and none is empty', () => {
    const strings = courseStrings();
    assert.equal(new Set(strings).size, strings.length);
    assert.ok(strings.every((sentence) => sentence.trim() === sentence && sentence !== ''));
    assert.ok(strings.includes(sections['2.3'].prediction.why));
  });
});
