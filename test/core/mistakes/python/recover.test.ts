import assert from 'node:assert/strict';
import { blankBroken } from '../../../../src/core/mistakes/python/syntax/recover';

describe('recovering from half-written Python', () => {
  const parses = (statement: string) => !statement.includes('BROKEN');

  it('blanks only the statements that do not parse, and moves nothing', () => {
    const text = 'a = 1\ndef f():\n    BROKEN\n\nb = 2\r\n';
    assert.equal(blankBroken(text, parses), 'a = 1\n        \n          \n\nb = 2\r\n');
  });

  it('keeps decorators, clauses and closing brackets with their statement', () => {
    const text = '@d\ndef f():\n    BROKEN\ntry:\n    a\nexcept E:\n    b\nx = [\n]\n';
    const blank = '  \n        \n          \n';
    assert.equal(blankBroken(text, parses), `${blank}${text.slice(blank.length)}`);
  });
});
