import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { onEachPython, runRecorded } from './recorded';

const fixtures = resolve('test/core/run/python/fixtures/deadlock');

/** What each stuck program prints, and who is said to wait. */
const stuck = {
  for_ever: ['begin\n', /: for_ever \(line 9\)\.\n$/],
  idle_threads: ['begin\n', /: idle_threads \(line 14\)\.\n$/],
  closed_server: ['begin\n', /: closed_server \(line 9\)\.\n$/],
  ended_child: ['begin\nchild\n', /: ended_child \(line 9\)\.\n$/],
  each_other: ['begin\n', /: each_other \(line 39\), takes \(line 36\), takes \(line 36\)\.\n$/],
} as const;

const woken = [
  'loop_handler',
  'plain_handler',
  'interrupt_handler',
  'wakeup_descriptor',
  'alarm',
  'pipe',
  'thread',
  'executor',
  'queued_work',
  'child',
  'server',
  'loop_beside',
  'beside_a_loop',
  'thread_of_c',
];

describe('a deadlock under the Python recorder', function () {
  this.timeout(60_000);

  onEachPython((python) => {
    it('ends the program on the real clock, and says who waits', async () => {
      const file = resolve(fixtures, 'stuck.py');
      await Promise.all(
        Object.entries(stuck).map(async ([name, [stdout, who]]) => {
          const run = await runRecorded(file, { python, args: [name] });
          assert.match(run.stderr, who);
          assert.deepEqual([run.stdout, run.code], [stdout, 1]);
          assert.equal(run.events.filter(([tag]) => tag === 'deadlock').length, 1, name);
        }),
      );
    });

    it('is not seen where something can still wake the loop', async () => {
      const file = resolve(fixtures, 'woken.py');
      await Promise.all(
        woken.map(async (name) => {
          const run = await runRecorded(file, { python, args: [name] });
          const stdout = name === 'beside_a_loop' ? 'begin\nbeside woken\nwoken\n' : 'begin\nwoken\n';
          assert.deepEqual([run.stderr, run.stdout, run.code], ['', stdout, 0], name);
          assert.deepEqual(
            run.events.filter(([tag]) => tag === 'deadlock'),
            [],
          );
        }),
      );
    });
  });
});
