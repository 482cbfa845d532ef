import assert from 'node:assert/strict';
import { sectionIds, sections } from '../../../src/core/course/outline';
import {
  answered,
  isDone,
  merge,
  progressOf,
  ran,
  read,
  reset,
  type Progress,
} from '../../../src/core/course/progress';

const done = (progress: Progress) => sectionIds.filter((id) => isDone(progress, id));

describe('progress through the course', () => {
  it('completes a section by its run alone, and nothing else by it', () => {
    assert.deepEqual(done({}), []);
    assert.deepEqual(done(answered({}, '1.1', 'python', 0, 1)), []);
    assert.deepEqual(done(ran({}, '1.1', 1)), ['1.1']);
  });

  it('keeps the last answer, right or wrong, through runs', () => {
    const progress = ran(answered(answered({}, '1.1', 'python', 0, 1), '1.1', 'python', 1, 2), '1.1', 3);
    const answers = { python: { choice: 1, at: 2 } };
    assert.deepEqual(progressOf(progress, '1.1'), { ran: 3, answers, forgotten: 0 });
  });

  it('keeps the answers apart that were given in two languages', () => {
    const progress = answered(answered({}, '2.3', 'python', 0, 1), '2.3', 'typescript', 2, 2);
    const { python, typescript } = progressOf(progress, '2.3').answers;
    assert.deepEqual([python?.choice, typescript?.choice], [0, 2]);
  });

  it('survives a round through JSON', () => {
    const progress = reset(ran(answered({}, '1.3', 'python', 2, 1), '1.4', 2), ['1.2'], 3);
    assert.deepEqual(read(JSON.parse(JSON.stringify(progress))), progress);
  });

  it('leaves out what a store holds that it does not understand', () => {
    const answers = { python: { choice: 99, at: 1 }, typescript: { choice: 0, at: 2 }, cobol: { choice: 0 } };
    const stored = {
      '1.1': { ran: 5, danced: 6, answers },
      '1.2': 'done',
      '9.9': { ran: 7, answers: {}, forgotten: 0 },
    };
    assert.deepEqual(read(stored), {
      '1.1': { ran: 5, answers: { typescript: { choice: 0, at: 2 } }, forgotten: 0 },
      '1.2': { ran: 0, answers: {}, forgotten: 0 },
    });
    assert.deepEqual(read(undefined), {});
    assert.deepEqual(read([1, 2]), {});
  });

  it('resets some sections, and leaves the others', () => {
    const progress = ran(ran(answered({}, '1.1', 'python', 0, 1), '1.1', 2), '1.2', 3);
    assert.deepEqual(done(reset(progress, ['1.1'], 4)), ['1.2']);
    assert.deepEqual(progressOf(reset(progress, ['1.1'], 4), '1.1').answers, {});
    assert.deepEqual(done(reset(progress, sectionIds, 4)), []);
  });

  it('counts what is done again in the very moment of a reset, and by a clock that is behind', () => {
    const again = ran(reset(ran({}, '1.1', 50), ['1.1'], 9), '1.1', 9);
    assert.deepEqual(done(merge(again, again)), ['1.1']);
  });
});

describe('progress in two windows, or on two machines', () => {
  const here = ran(answered({}, '1.1', 'python', 0, 1), '1.2', 2);
  const there = ran(ran(answered({}, '1.1', 'python', 2, 3), '1.1', 4), '1.3', 5);

  it('is what either did, and the last answer', () => {
    const both = merge(here, there);
    assert.deepEqual(done(both), ['1.1', '1.2', '1.3']);
    assert.equal(progressOf(both, '1.1').answers.python?.choice, 2);
  });

  it('comes to the same in whichever order they hear of each other, and however often', () => {
    const forgotten = reset(there, ['1.1', '1.2'], 10);
    const later = ran(here, '1.2', 11);
    for (const [one, other] of [
      [here, there],
      [here, forgotten],
      [later, forgotten],
    ] as const) {
      assert.deepEqual(merge(one, other), merge(other, one));
      assert.deepEqual(merge(merge(one, other), one), merge(one, other));
    }
  });

  it('stays forgotten where one forgot and the other had not heard of it', () => {
    const forgotten = reset(merge(here, there), ['1.1'], 10);
    assert.deepEqual(done(merge(here, forgotten)), ['1.2', '1.3']);
    assert.deepEqual(done(merge(there, forgotten)), ['1.2', '1.3']);
  });

  it('is done where one did it after the other forgot', () => {
    assert.deepEqual(done(merge(ran({}, '1.1', 11), reset(there, ['1.1'], 10))), ['1.1', '1.3']);
  });
});

describe('the outline', () => {
  it('asks questions whose right answer is one of the choices', () => {
    for (const { prediction } of Object.values(sections)) {
      assert.ok(prediction.choices[prediction.right] !== undefined, prediction.question);
      assert.equal(new Set(prediction.choices).size, prediction.choices.length);
    }
  });
});
