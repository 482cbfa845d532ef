import assert from 'node:assert/strict';
import type { TraceEvent } from '../../../src/core/trace/events';
import { assemble } from './samples';

function messages(events: readonly TraceEvent[]): readonly string[] {
  return assemble(events).findings.map(({ message }) => message);
}

describe('the finding of a deadlock', () => {
  it('names who waits for what in a deadlock, and nobody as unfinished besides', () => {
    assert.deepEqual(
      messages([
        ['loop', 0, 'begin'],
        ['lane', 0, 1, null, 'main', 'task', 1],
        ['run', 0, 1, 1],
        ['lane', 1, 2, 1, 'worker', 'task', 5],
        ['wait', 1, 1, 3, 'worker', [2]],
        ['run', 1, 2, 5],
        ['wait', 2, 2, 6, 'lock.acquire', []],
        ['deadlock', 9],
        ['exit', 9],
      ]),
      [
        'Every task waits and nothing is left that could wake one: `main` waits for `worker` (line 3) and `worker` waits for `lock.acquire` (line 6).',
      ],
    );
  });

  it('tells a deadlock in no time, as on the virtual clock, and none that something outside ended', () => {
    const stuck: readonly TraceEvent[] = [
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 1],
      ['wait', 0, 1, 3, 'jobs.get', []],
      ['deadlock', 0],
    ];
    assert.deepEqual(messages([...stuck, ['exit', 0]]), [
      'Every task waits and nothing is left that could wake one: `main` waits for `jobs.get` (line 3).',
    ]);
    assert.deepEqual(messages([...stuck, ['run', 5, 1, 3], ['end', 6, 1, 'done', null], ['exit', 6]]), []);
  });

  it('knows a deadlock of Node by its exit code', () => {
    const { findings } = assemble(
      [
        ['start', 0, { language: 'typescript', file: 'a.mts', clock: 'real', pid: 1 }],
        ['lane', 0, 1, null, 'a.mts', 'program', 1],
        ['run', 0, 1, 1],
        ['wait', 1, 1, 3, 'never', []],
        ['loop', 9, 'end'],
        ['exit', 9],
      ],
      { exit: { code: 13, reason: 'failed' }, wallMs: 9 },
    );
    assert.deepEqual(
      findings.map(({ kind, lane, line }) => ({ kind, lane, line })),
      [{ kind: 'deadlock', lane: 1, line: 3 }],
    );
  });

  it('explains a join that waits for ever by items that were not reported as done', () => {
    const { findings } = assemble([
      ['lane', 0, 1, null, 'main', 'task', 1],
      ['run', 0, 1, 1],
      ['shared', 0, 1, 'queue', 'jobs', null, 2],
      ['level', 1, 1, 1, 1],
      ['lane', 1, 2, 1, 'worker', 'task', 8],
      ['wait', 1, 1, 5, 'jobs.join', []],
      ['run', 1, 2, 8],
      ['level', 2, 1, 0, 2],
      ['wait', 2, 2, 9, 'jobs.get', []],
      ['deadlock', 3],
      ['exit', 3],
    ]);
    assert.deepEqual(
      findings.map(({ kind, mistake, section }) => ({ kind, mistake, section })),
      [{ kind: 'deadlock', mistake: 'unfinished-queue-item', section: '4.4' }],
    );
  });
});
