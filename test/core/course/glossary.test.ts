import assert from 'node:assert/strict';
import { glossary, termIds, termOfCode } from '../../../src/core/course/glossary';
import { languages } from '../../../src/core/language';

describe('the glossary', () => {
  it('explains code in the words of its language', () => {
    assert.equal(termOfCode('python', 'asyncio.gather'), 'gather');
    assert.equal(termOfCode('typescript', 'Promise.all'), 'gather');
    assert.equal(termOfCode('python', 'queue.task_done'), 'queue');
    assert.equal(termOfCode('python', 'await'), 'await');
    assert.equal(termOfCode('python', 'Promise.all'), undefined);
    assert.equal(termOfCode('python', 'gather'), undefined);
    assert.equal(termOfCode('typescript', 'then'), undefined);
    assert.equal(termOfCode('typescript', 'load().then'), 'callback');
  });

  it('explains each name once', () => {
    for (const language of languages) {
      const names = termIds.flatMap((id) => glossary[id].code[language]);
      assert.deepEqual(
        names.filter((name, index) => names.indexOf(name) !== index),
        [],
      );
    }
  });

  it('reads as sentences, and no term is called like another', () => {
    const names = termIds.flatMap((id) => [glossary[id].name, ...glossary[id].forms]);
    assert.equal(new Set(names).size, names.length);
    for (const id of termIds) {
      for (const language of languages) {
        assert.match(glossary[id].meaning[language], /^[A-Z].*\.$/);
        assert.ok(glossary[id].meaning[language].length < 240, id);
      }
      assert.match(glossary[id].section, /^[1-5]\.[1-6]$/);
    }
  });
});
