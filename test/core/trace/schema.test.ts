import assert from 'node:assert/strict';
import { clocks, kinds, languages, outcomes, sharedKinds } from '../../../src/core/trace/parse';
import { assertSchema, assertSound, schema } from './sound';
import { assemble, gathered, sequential } from './samples';

type Json = Record<string, unknown>;

/** Where the published schema lists the words of a member. */
const enumAt = (...path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Json)[name], schema);

const whole = assemble(gathered(true));

/** The trace as loose JSON with one member of something in it replaced. */
function changed(at: (trace: Json) => unknown, facts: Json): unknown {
  const trace = JSON.parse(JSON.stringify(whole)) as Json;
  Object.assign(at(trace) as Json, facts);
  return trace;
}

const firstOf = (value: unknown) => (value as readonly unknown[])[0] as Json;

describe('the published schema', () => {
  it('holds for traces of sequential, concurrent and blocking waits', () => {
    for (const events of [sequential, gathered(false), gathered(true)]) {
      assertSound(assemble(events));
    }
  });

  it('holds for a trace that has every optional member', () => {
    const trace = assemble([
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 1],
      ['lane', 1, 2, 1, 'fetch', 'call', 5],
      ['nest', 1, 2, 1],
      ['end', 2, 2, 'failed', 'ValueError: no'],
      ['lane', 2, 3, 1, 'other', 'task', 9],
      ['cancel', 3, 3, 1],
      ['shared', 3, 1, 'semaphore', 'limit', 2, 4],
      ['level', 3, 1, 1, 1],
      ['mark', 3, 1, 'half way'],
      ['wait', 3, 1, 2, 'other', [3]],
      ['end', 4, 3, 'failed', 'KeyError: x'],
      ['unretrieved', 5, 3],
      ['exit', 6],
    ]);
    assertSound(trace);
    assert.equal(trace.lanes[1]?.error, 'KeyError: x');
    assert.deepEqual(trace.lanes[0]?.calls, [
      { name: 'fetch', line: 5, start: 1, end: 2, failed: true, depth: 1 },
    ]);
    assert.deepEqual(trace.marks[0], { time: 3, lane: 3, kind: 'cancel', text: 'cancelled by main', by: 1 });
    assert.deepEqual(trace.shared, [
      {
        ...{ id: 1, kind: 'semaphore', name: 'limit', limit: 2, line: 4 },
        levels: [{ time: 3, value: 1, lane: 1 }],
      },
    ]);
  });

  it('knows the words that the recorders’ events know', () => {
    const lists: readonly (readonly [object, unknown])[] = [
      [languages, enumAt('properties', 'language', 'enum')],
      [clocks, enumAt('properties', 'clock', 'enum')],
      [kinds, enumAt('definitions', 'lane', 'properties', 'kind', 'enum')],
      [outcomes, enumAt('definitions', 'lane', 'properties', 'outcome', 'enum')],
      [sharedKinds, enumAt('definitions', 'shared', 'properties', 'kind', 'enum')],
    ];
    for (const [table, list] of lists) {
      assert.deepEqual(list, Object.keys(table));
    }
  });

  const broken: Readonly<Record<string, unknown>> = {
    'a negative time': changed(({ lanes }) => firstOf(lanes), { created: -1 }),
    'an unknown state': changed(({ lanes }) => firstOf(firstOf(lanes)['spans']), { state: 'asleep' }),
    'a line 0': changed(({ lanes }) => firstOf(lanes), { line: 0 }),
    'a finding without a sentence': changed(({ findings }) => firstOf(findings), { message: undefined }),
    'another version': changed((trace) => trace, { version: 2 }),
  };
  for (const [name, trace] of Object.entries(broken)) {
    it(`does not hold for ${name}`, () => {
      assert.throws(() => {
        assertSchema(JSON.parse(JSON.stringify(trace)));
      });
    });
  }
});
