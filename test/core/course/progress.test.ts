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

describe('progress through the course', () => {
  it('completes 1.1 only when the question was answered and the demo was run', () => {
    assert.equal(isDone({}, '1.1'), false);
    assert.equal(isDone(answered({}, '1.1', 'python', 0), '1.1'), false);
    assert.equal(isDone(ran({}, '1.1'), '1.1'), false);
    assert.equal(isDone(ran(answered({}, '1.1', 'python', 0), '1.1'), '1.1'), true);
  });

  it('completes 1.2 by its run alone, and nothing else by it', () => {
    const progress = ran({}, '1.2');
    assert.deepEqual(
      sectionIds.filter((id) => isDone(progress, id)),
      ['1.2'],
    );
  });

  it('keeps the last answer, right or wrong, through runs', () => {
    const progress = ran(answered(answered({}, '1.1', 'python', 0), '1.1', 'python', 1), '1.1');
    assert.deepEqual(progressOf(progress, '1.1'), { deeds: ['predicted', 'ran'], answers: { python: 1 } });
  });

  it('keeps the answers apart that were given in two languages', () => {
    const progress = answered(answered({}, '2.3', 'python', 0), '2.3', 'typescript', 2);
    assert.deepEqual(progressOf(progress, '2.3').answers, { python: 0, typescript: 2 });
  });

  it('survives a round through JSON', () => {
    const progress = ran(answered({}, '1.3', 'python', 2), '1.4');
    assert.deepEqual(read(JSON.parse(JSON.stringify(progress))), progress);
  });

  it('leaves out what a store holds that it does not understand', () => {
    const stored = {
      '1.1': { deeds: ['ran', 'danced'], answers: { python: 99, typescript: 0, cobol: 0 } },
      '1.2': 'done',
      '9.9': { deeds: ['ran'], answers: {} },
    };
    assert.deepEqual(read(stored), { '1.1': { deeds: ['ran'], answers: { typescript: 0 } } });
    assert.deepEqual(read(undefined), {});
    assert.deepEqual(read([1, 2]), {});
  });

  it('puts together what two windows did, and keeps the own answer', () => {
    const here = ran(answered({}, '1.1', 'python', 0), '1.2');
    const there = ran(ran(answered({}, '1.1', 'python', 2), '1.1'), '1.3');
    assert.deepEqual(
      merge(here, there),
      ran(ran(ran(answered({}, '1.1', 'python', 0), '1.1'), '1.2'), '1.3'),
    );
  });

  it('resets one section or all', () => {
    const progress: Progress = ran(ran({}, '1.1'), '1.2');
    assert.deepEqual(reset(progress, '1.1'), ran({}, '1.2'));
    assert.deepEqual(reset(progress), {});
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
