import assert from 'node:assert/strict';
import type { Clock, Trace } from '../../../../src/core/trace/trace';
import { timeIn } from './measure';
import { isAnother, programFolder, pythons, runRecorded, traceOf } from './recorded';

const program = `import asyncio
import time

async def fetch(seconds):
    await asyncio.sleep(seconds)

async def block():
    time.sleep(20)

async def main():
    start = time.time(), time.monotonic(), time.perf_counter(), asyncio.get_running_loop().time()
    await fetch(10)
    await asyncio.gather(fetch(30), fetch(40), block())
    await asyncio.gather(asyncio.to_thread(time.sleep, 5), asyncio.to_thread(time.sleep, 5))
    end = time.time(), time.monotonic(), time.perf_counter(), asyncio.get_running_loop().time()
    print([round((after - before) / 5) for before, after in zip(start, end)])

asyncio.run(main())
time.sleep(60)
`;

describe('the clocks of the Python recorder', function () {
  this.timeout(60_000);
  const folder = programFolder();
  after(() => {
    folder.remove();
  });

  for (const python of pythons) {
    describe(`on ${python}`, () => {
      before(function () {
        if (!isAnother(python)) {
          this.skip();
        }
      });

      for (const clock of ['skip-idle', 'virtual'] as const satisfies readonly Clock[]) {
        it(`shows full lengths on ${clock}, and takes no time`, async () => {
          const file = folder.write('long.py', program);
          const begun = performance.now();
          const { stdout } = await runRecorded(file, { python, clock });
          assert.ok(performance.now() - begun < 15_000);
          assert.equal(stdout, '[11, 11, 11, 11]\n');
          const trace = await traceOf(file, { python, clock });
          assert.equal(Math.round(trace.duration / 5000), 23);
          assert.equal(Math.round(timeIn(laneOf(trace, 'block'), 'blocked') / 5000), 4);
          assert.equal(Math.round(timeIn(laneOf(trace, 'fetch'), 'waiting') / 5000), 6);
        });
      }

      it('is the same every time on virtual', async () => {
        const file = folder.write('long.py', program);
        const [first, second] = await Promise.all(
          [0, 1].map(() => traceOf(file, { python, clock: 'virtual' })),
        );
        const tasks = (trace: Trace | undefined) => trace?.lanes.filter((lane) => lane.kind === 'task');
        assert.deepEqual(tasks(first), tasks(second));
      });

      it('reports a deadlock on virtual', async () => {
        const file = folder.write(
          'deadlock.py',
          'import asyncio\n\nasync def main():\n    await asyncio.Event().wait()\n\nasyncio.run(main())\n',
        );
        const { code, stderr, events } = await runRecorded(file, { python, clock: 'virtual' });
        assert.equal(code, 1);
        assert.match(stderr, /^Deadlock: .* main \(line 4\)\.\n$/);
        assert.deepEqual(
          events.filter((event) => event[0] === 'deadlock'),
          [['deadlock', 0]],
        );
      });

      it('lets a program that watches a virtual clock see it move', async () => {
        const source =
          'import time\n\nend = time.time() + 5\nwhile time.time() < end:\n    pass\nprint("over")\n';
        const file = folder.write('watching.py', source);
        assert.equal((await runRecorded(file, { python, clock: 'virtual' })).stdout, 'over\n');
      });
    });
  }
});

function laneOf(trace: Trace, name: string): Trace['lanes'][number] | undefined {
  return trace.lanes.find((lane) => lane.name === name);
}
