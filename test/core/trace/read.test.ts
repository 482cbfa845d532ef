import assert from 'node:assert/strict';
import { readTrace } from '../../../src/core/trace/read';
import type { Lane, Trace } from '../../../src/core/trace/trace';
import { assemble, gathered, sequential } from './samples';

const whole = assemble(gathered(true));

type Loose = Record<string, unknown>;

/** The trace of three blocking tasks as text, with something changed. */
function changed(change: (trace: Loose & { lanes: Loose[] }) => void): string {
  const trace = JSON.parse(JSON.stringify(whole)) as Loose & { lanes: Loose[] };
  change(trace);
  return JSON.stringify(trace);
}

/** The same with something changed in its second lane, `fetch_weather`, of number 3. */
function withLane(facts: Loose): string {
  return changed(({ lanes }) => Object.assign(lanes[1] ?? assert.fail(), facts));
}

const span = (start: number, end: number, facts: Loose = {}) => ({
  ...{ state: 'waiting', start, end, line: 3, on: 'asyncio.sleep' },
  ...facts,
});

describe('reading a saved trace', () => {
  it('gives back what was written', () => {
    for (const trace of [whole, assemble(sequential)]) {
      assert.deepEqual(readTrace(JSON.stringify(trace)), trace);
      assert.deepEqual(readTrace(`${JSON.stringify(trace, null, 2)}\n`), trace);
    }
  });

  const problems: Readonly<Record<string, readonly [string, string]>> = {
    'an empty file': ['', 'The file is empty.'],
    'a file that is cut': [
      JSON.stringify(whole).slice(0, -200),
      'The file is cut: it ends in the middle of a trace.',
    ],
    'no JSON': ['Weather: [===WAITING===]', 'The file is not JSON, so it is no saved trace.'],
    NaN: ['{"version":1,"duration":NaN}', 'The file is not JSON, so it is no saved trace.'],
    'other JSON': ['{"name":"x"}', 'The file is JSON, but no saved trace.'],
    'a list': ['[]', 'The file is not an object.'],
    'a Chrome trace': [
      '{"traceEvents":[]}',
      'The file is a Chrome trace, which Perfetto opens; saved traces are written by `run --trace`.',
    ],
    'a later version': [
      changed((trace) => (trace['version'] = 2)),
      'The trace is of version 2, and only version 1 is known here.',
    ],
    'an unknown clock': [
      changed((trace) => (trace['clock'] = 'sundial')),
      'The trace has no known `clock`: there are real, skip-idle, virtual.',
    ],
    'a time past all numbers': [
      changed((trace) => (trace['duration'] = 'x')).replace('"duration":"x"', '"duration":1e999'),
      'The trace has no valid `duration`: a time is a number of milliseconds that is not negative.',
    ],
    'a negative time': [
      withLane({ created: -5 }),
      'Lane 3 has no valid `created`: a time is a number of milliseconds that is not negative.',
    ],
    'a lane without a name': [withLane({ name: null }), 'Lane 3 has no `name`.'],
    'a number that is none': [
      withLane({ id: '__proto__' }),
      'Lane 2 of the list has no valid `id`: it must be a whole number from 1 on.',
    ],
    'two lanes of one number': [withLane({ id: 4 }), 'The trace has two lanes with one number.'],
    'a parent that is not there': [withLane({ parent: 99 }), 'Lane 3 has a parent, 99, that is not there.'],
    'a lane that is its own ancestor': [withLane({ parent: 3 }), 'Lane 3 is its own ancestor.'],
    'a state of an unknown name': [
      withLane({ spans: [span(20, 30, { state: 'constructor' })] }),
      'A span of lane 3 has no known `state`: there are running, waiting, ready, blocked.',
    ],
    'spans that overlap': [
      withLane({ spans: [span(20, 50), span(40, 60)] }),
      'Lane 3 has spans that overlap at 40 ms.',
    ],
    'a span that ends before it begins': [
      withLane({ spans: [span(50, 20)] }),
      'Lane 3 has a span at 50 ms that ends before it begins.',
    ],
    'a span after the end of its lane': [
      withLane({ spans: [span(20, 9000)] }),
      'Lane 3 has a span after its end.',
    ],
    'a lane that ends and does not': [
      withLane({ ended: null }),
      'Lane 3 contradicts itself: a lane has an end unless it is pending.',
    ],
    'a lane that waits for one that is not there': [
      withLane({ spans: [span(20, 50, { lanes: [77] })] }),
      'Lane 3 waits for a lane that is not there.',
    ],
    'a mark of a lane that is not there': [
      changed((trace) => (trace['marks'] = [{ time: 1, lane: 50, kind: 'mark', text: 'x' }])),
      'The trace has a mark of a lane, 50, that is not there.',
    ],
  };

  for (const [name, [text, sentence]] of Object.entries(problems)) {
    it(`says what is wrong with ${name}`, () => {
      assert.equal(readTrace(text), sentence);
    });
  }

  it('refuses a million lanes without falling over', () => {
    const lane = JSON.stringify({ ...whole.lanes[0], spans: [], calls: [] });
    const text = changed((trace) => (trace.lanes = [])).replace(
      '"lanes":[]',
      `"lanes":[${Array.from({ length: 1_000_000 }, () => lane).join()}]`,
    );
    assert.equal(readTrace(text), 'The trace has 1000000 lanes; 250000 are the most that can be shown.');
  });

  it('follows a hundred thousand generations', () => {
    const first = whole.lanes[0] ?? assert.fail();
    const lanes = Array.from({ length: 100_000 }, (_, index): Lane => {
      const parent = index === 0 ? null : index;
      return { ...first, id: index + 1, parent, spans: [], calls: [] };
    });
    const trace: Trace = { ...whole, lanes: lanes.reverse(), marks: [], findings: [] };
    assert.deepEqual(readTrace(JSON.stringify(trace)), trace);
  });

  it('keeps markup in names as text, and drops what no trace has', () => {
    const name = '<img src=x onerror=alert(1)>';
    const read = readTrace(withLane({ name, evil: true, other: 1 }));
    assert.ok(typeof read !== 'string');
    assert.deepEqual(Object.keys(read.lanes[1] ?? {}), Object.keys(whole.lanes[1] ?? {}));
    assert.equal(read.lanes[1]?.name, name);
  });

  it('leaves out marks and findings of kinds that a later release knows', () => {
    const read = readTrace(
      changed((trace) => {
        trace['marks'] = [{ kind: 'song', verse: 2 }];
        trace['findings'] = [{ kind: 'too-late-for-tea' }];
      }),
    );
    assert.ok(typeof read !== 'string');
    assert.deepEqual([read.marks, read.findings], [[], []]);
  });

  it('reads a trace or says why not, wherever the file is cut', () => {
    const text = JSON.stringify(whole);
    for (let length = 0; length < text.length; length += 7) {
      assert.equal(typeof readTrace(text.slice(0, length)), 'string');
    }
  });
});
