import assert from 'node:assert/strict';
import { lineOf, movedLine } from '../../../src/core/course/anchors';
import { sectionIds, sections } from '../../../src/core/course/outline';
import { ran, reset, type Progress } from '../../../src/core/course/progress';
import { minutesLeft, nextSection, previousSection, whereToContinue } from '../../../src/core/course/way';

const last = sectionIds.at(-1);
const all: Progress = sectionIds.reduce<Progress>((progress, id) => ran(progress, id, 1), {});

describe('the way through the course', () => {
  it('goes from section to section, over the end of a part', () => {
    assert.equal(previousSection('1.1'), undefined);
    assert.equal(nextSection('1.1'), '1.2');
    assert.equal(last && nextSection(last), undefined);
    for (const id of sectionIds.slice(1)) {
      const before = previousSection(id);
      assert.equal(before && nextSection(before), id);
    }
  });

  it('continues where the learner stopped, else after it, else at what was left out', () => {
    assert.equal(whereToContinue({}), '1.1');
    assert.equal(whereToContinue({}, '1.3'), '1.3');
    assert.equal(whereToContinue(ran({}, '1.2', 1), '1.2'), '1.3');
    assert.equal(whereToContinue(reset(all, ['1.2'], 2), last), '1.2');
    assert.equal(whereToContinue(all, last), undefined);
  });

  it('counts the minutes of what is not done', () => {
    const whole = minutesLeft({}, sectionIds);
    assert.equal(whole - minutesLeft(ran({}, '1.2', 1), sectionIds), sections['1.2'].minutes);
    assert.equal(minutesLeft(all, sectionIds), 0);
  });
});

describe('a note’s line', () => {
  it('is found by its anchor', () => {
    assert.equal(lineOf('a\nb\nc', 'b'), 1);
    assert.equal(lineOf('a\nb\nc', 'd'), undefined);
  });

  for (const [what, line, change, moved] of [
    ['stays above a change', 3, { start: 4, end: 4, newLines: 2 }, 3],
    ['moves down with lines put in above', 3, { start: 1, end: 1, newLines: 2 }, 5],
    ['moves down with lines put in right before it', 3, { start: 2, end: 3, newLines: 3 }, 5 - 2],
    ['moves up with lines taken out above', 5, { start: 1, end: 3, newLines: 0 }, 3],
    ['stays when its own line is edited', 3, { start: 3, end: 3, newLines: 0 }, 3],
    ['goes to the start of a deleted stretch around it', 5, { start: 2, end: 8, newLines: 0 }, 2],
  ] as const) {
    it(what, () => {
      assert.equal(movedLine(line, change), moved);
    });
  }
});
