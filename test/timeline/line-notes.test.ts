import assert from 'node:assert/strict';
import { lineNotes, moved } from '../../src/timeline/line-notes';
import { needsNeighbours } from '../../src/timeline/neighbours';
import { blocking, gather, sequential } from './lecture-traces';
import { trace } from './builders';

const seconds = (milliseconds: number) => Math.round(milliseconds / 1000);

describe('the notes at line ends', () => {
  it('say what was waited, by line', () => {
    const notes = lineNotes(gather()).map(({ line, waits, waited }) => [line, waits, seconds(waited)]);
    assert.deepEqual(notes, [
      [6, 1, 2],
      [10, 1, 2],
      [14, 1, 2],
      [18, 1, 2],
    ]);
    assert.deepEqual(
      lineNotes(sequential()).map(({ line }) => line),
      [6, 10, 14],
    );
  });

  it('say what was blocked', () => {
    const [first] = lineNotes(blocking());
    assert.equal(first?.line, 6);
    assert.deepEqual([first.blocks, seconds(first.blocked), first.waits], [1, 2, 0]);
  });

  it('say what was never awaited', () => {
    const message = 'The coroutine `save` was never awaited.';
    const kind = 'never-awaited';
    const finding = {
      kind,
      message,
      lane: 1,
      line: 3,
      milliseconds: 0,
      section: '3.1',
      mistake: null,
    } as const;
    assert.deepEqual(lineNotes(trace(1, { findings: [finding] })), [
      { line: 3, waits: 0, waited: 0, blocks: 0, blocked: 0, neverAwaited: 1 },
    ]);
  });

  it('go when their line is edited, and move along with lines above', () => {
    const lines = (change: { start: number; end: number; lines: number }) =>
      moved(lineNotes(gather()), change).map(({ line }) => line);
    assert.deepEqual(lines({ start: 10, end: 10, lines: 1 }), [6, 14, 18]);
    assert.deepEqual(lines({ start: 8, end: 8, lines: 3 }), [6, 12, 16, 20]);
    assert.deepEqual(lines({ start: 7, end: 9, lines: 1 }), [6, 8, 12, 16]);
  });
});

describe('a program that needs its neighbours', () => {
  const python = (text: string) => needsNeighbours(text, 'python', ['kitchen.py', 'menu', 'demo.py']);
  const typescript = (text: string) => needsNeighbours(text, 'typescript', []);

  it('imports them', () => {
    for (const text of [
      'import kitchen\n',
      'import asyncio, menu.soup',
      'from kitchen import cook',
      'from . import x',
    ]) {
      assert.equal(python(text), true, text);
    }
    for (const text of [
      "import { a } from './a';",
      "const a = require('../a');",
      "await import('./a')",
      "import './a';",
    ]) {
      assert.equal(typescript(text), true, text);
    }
  });

  it('is no program that imports libraries alone', () => {
    assert.equal(python('import asyncio\nfrom time import sleep\n# import kitchen\n'), false);
    assert.equal(
      typescript("import { readFileSync } from 'node:fs';\nimport ts from 'typescript';\n"),
      false,
    );
  });
});
