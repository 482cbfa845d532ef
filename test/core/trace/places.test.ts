import assert from 'node:assert/strict';
import type { TraceEvent } from '../../../src/core/trace/events';
import { chromeTrace } from '../../../src/core/trace/chrome';
import { parseEvent } from '../../../src/core/trace/parse';
import { isProgramFile } from '../../../src/core/trace/places';
import { readTrace } from '../../../src/core/trace/read';
import { assemble, named } from './samples';
import { assertSound } from './sound';

/** `main` awaits `load`, which is defined in another file, blocks there, and makes a queue and a call of a third one. */
const events: readonly TraceEvent[] = [
  ['loop', 0, 'begin'],
  ['file', 0, 1, 'data/load.py'],
  ['file', 0, 2, '../shared.py'],
  ['lane', 0, 1, null, 'main', 'task', 1],
  ['run', 0, 1, 2],
  ['lane', 1, 2, 1, 'load', 'call', 5, 1],
  ['nest', 1, 2, 1],
  ['run', 1, 2, 6, 1],
  ['block', 101, 2, 7, 'time.sleep', 100, 1],
  ['shared', 101, 1, 'queue', 'jobs', null, 8, 1],
  ['level', 101, 1, 3, 2],
  ['never-awaited', 101, 2, 'log', 9, 2],
  ['wait', 101, 2, 10, 'asyncio.sleep', [], 1],
  ['idle', 200, 99],
  ['run', 200, 2, 10, 1],
  ['end', 200, 2, 'done', null],
  ['run', 200, 1, 2],
  ['end', 210, 1, 'done', null],
  ['exit', 210],
];

describe('lines of several files', () => {
  const trace = assemble(events);

  it('name their file where it is not the main one', () => {
    const main = named(trace, 'main');
    assert.deepEqual(
      main?.spans.map(({ state, line, file }) => [state, line, file]),
      [
        ['running', 2, undefined],
        ['blocked', 7, 'data/load.py'],
        ['waiting', 10, 'data/load.py'],
        ['running', 2, undefined],
      ],
    );
    assert.deepEqual(main.calls[0], {
      name: 'load',
      line: 5,
      file: 'data/load.py',
      start: 1,
      end: 200,
      depth: 1,
    });
    assert.equal(trace.shared?.[0]?.file, 'data/load.py');
    assert.equal('file' in main, false);
    assertSound(trace);
  });

  it('are told apart in findings', () => {
    assert.deepEqual(
      trace.findings.map(({ kind, line, file, message }) => [kind, line, file, message]),
      [
        [
          'blocked-loop',
          7,
          'data/load.py',
          '`main` blocked the loop for 100 ms in `time.sleep` (line 7 of data/load.py).',
        ],
        ['never-awaited', 9, '../shared.py', '`log` was called (line 9 of ../shared.py) but never awaited.'],
        ['undrained-queue', 8, 'data/load.py', '`jobs` got three items and nobody took one out.'],
      ],
    );
  });

  it('stand in the trace for Perfetto', () => {
    const blocked = chromeTrace(trace).traceEvents.find(({ name }) => name === 'blocked in time.sleep');
    assert.equal(blocked?.args?.['file'], 'data/load.py');
  });

  it('are unknown where their file was never named', () => {
    const unnamed = assemble(events.filter(([tag]) => tag !== 'file'));
    assert.deepEqual(
      named(unnamed, 'main')?.spans.map(({ line }) => line),
      [2, null, null, 2],
    );
  });

  it('are not read from a file whose path may lead anywhere', () => {
    for (const path of ['a.py', 'lib/a b.ts', '../x.py', 'ä/…/日本.py']) {
      assert.ok(isProgramFile(path), path);
    }
    for (const path of [
      '',
      '/etc/passwd',
      'C:/x.py',
      'c:x.py',
      '\\\\host\\share',
      'a\nb.py',
      'x'.repeat(2000),
    ]) {
      assert.equal(isProgramFile(path), false, path);
      assert.equal(parseEvent(JSON.stringify(['file', 0, 1, path])), undefined);
      const [lane] = trace.lanes;
      const text = JSON.stringify({ ...trace, lanes: [{ ...lane, file: path }] });
      const read = readTrace(text);
      assert.match(typeof read === 'string' ? read : '', /^Lane 1 has no valid `file`/);
    }
  });
});
