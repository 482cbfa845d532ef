import assert from 'node:assert/strict';
import { OwnLines } from '../../../src/core/run/own-lines';

/** What is kept of the pieces, and how many characters are not the recorder's. */
function taken(token: string, pieces: readonly string[]): { lines: readonly string[]; foreign: number } {
  const own = new OwnLines(token);
  const lines = pieces.flatMap((piece) => own.take(piece));
  return { lines, foreign: own.foreign };
}

describe('the lines of a recorder', () => {
  const text = 'T0K["run",1]\n["end",1]\nnonsenseT0K["end",2]\n\nT0K["exit",3]\n';
  const lines = ['["run",1]', '["end",2]', '["exit",3]'];

  it('begin with its token; what somebody else wrote between them is left out and counted', () => {
    assert.deepEqual(taken('T0K', [text]), { lines, foreign: '["end",1]nonsense'.length });
  });

  it('are the same wherever the stream is cut', () => {
    for (let at = 0; at <= text.length; at++) {
      assert.deepEqual(taken('T0K', [text.slice(0, at), text.slice(at)]).lines, lines);
    }
    assert.deepEqual(taken('T0K', Array.from(text)).lines, lines);
  });

  it('are all lines where there is no token', () => {
    assert.deepEqual(taken('', ['one\ntw', 'o\n', '\nthree']), { lines: ['one', 'two'], foreign: 0 });
  });

  it('are found behind a foreign line that takes no end, which is not kept', () => {
    const flood = Array.from({ length: 1000 }, () => 'x'.repeat(1000));
    const { lines: found, foreign } = taken('T0K', [...flood, 'T0', 'K["run",1]\n']);
    assert.deepEqual({ found, foreign }, { found: ['["run",1]'], foreign: 1_000_000 });
  });

  it('may be very long, and come in pieces', () => {
    const piece = 'x'.repeat(60_000);
    const { lines: found, foreign } = taken('T0K', [
      'T0K',
      ...Array.from({ length: 500 }, () => piece),
      '\n',
    ]);
    assert.deepEqual([found[0]?.length, foreign], [30_000_000, 0]);
  });
});
