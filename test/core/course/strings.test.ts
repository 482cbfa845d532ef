import assert from 'node:assert/strict';
import { sections } from '../../../src/core/course/outline';
import { courseStrings } from '../../../src/core/course/strings';

describe('the sentences of the course', () => {
  const strings = courseStrings();

  it('has each once, and none that is empty', () => {
    assert.equal(new Set(strings).size, strings.length);
    assert.ok(strings.every((sentence) => sentence.trim() === sentence && sentence !== ''));
  });

  it('has titles, questions, what a language asks instead, notes and tasks', () => {
    const { title, teaches, prediction, predictionIn, notes, changes } = sections['2.3'];
    for (const expected of [title, teaches, prediction.why, predictionIn?.typescript?.why]) {
      assert.ok(expected !== undefined && strings.includes(expected), expected);
    }
    assert.ok(notes.typescript.every(({ text }) => strings.includes(text)));
    assert.ok(
      changes.every(
        ({ task, prediction: asked }) => strings.includes(task) && strings.includes(asked.question),
      ),
    );
  });
});
