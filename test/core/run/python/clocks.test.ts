import assert from 'node:assert/strict';
import type { Clock, Trace } from '../../../../src/core/trace/trace';
import { timeIn } from './measure';
import { onEachPython, programFolder, runRecorded, traceOf } from './recorded';

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

const pool = `import threading
import time
from concurrent.futures import ThreadPoolExecutor

def nap(seconds):
    time.sleep(seconds)
    return seconds

start = time.monotonic()
with ThreadPoolExecutor(2) as pool:
    naps = list(pool.map(nap, [20, 20, 30]))
passed = time.monotonic() - start
print(naps, round(passed / 5) * 5)
threads = [threading.Thread(target=nap, args=(seconds,)) for seconds in (10, 20)]
start = time.monotonic()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(round((time.monotonic() - start) / 5) * 5)
`;

const real = `import asyncio
import sys
import threading

async def answer(reader, writer):
    await reader.readline()
    threading.Timer(0.2, asyncio.get_running_loop().call_soon_threadsafe, [writer.write, b"answer"]).start()
    await asyncio.sleep(0.4)
    writer.close()

async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"question\\n")
    print(await asyncio.wait_for(reader.read(100), 30))
    writer.close()
    server.close()
    code = "import time; time.sleep(0.2); print('child')"
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE)
    print((await asyncio.wait_for(child.communicate(), 30))[0])
    told = asyncio.get_running_loop().create_future()
    threading.Timer(0.2, asyncio.get_running_loop().call_soon_threadsafe, [told.set_result, "from a thread"]).start()
    print(await asyncio.wait_for(told, 30))

asyncio.run(main())
`;

const many = `import asyncio
import time

order = []

async def nap(number):
    await asyncio.sleep(1)
    order.append(number)
    await asyncio.sleep(0)
    order.append(-number)

async def main():
    await asyncio.gather(*[nap(number) for number in range(1, 3001)])

start = time.monotonic()
asyncio.run(main())
print(order == [*range(1, 3001), *range(-1, -3001, -1)], round(time.monotonic() - start, 3))
`;

describe('the clocks of the Python recorder', function () {
  this.timeout(60_000);
  const folder = programFolder();
  after(() => {
    folder.remove();
  });

  onEachPython((python) => {
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

    it('skips what threads sleep, also while the main thread only waits for them', async () => {
      const file = folder.write('pool.py', pool);
      for (const clock of ['skip-idle', 'virtual'] as const) {
        const begun = performance.now();
        const { stdout } = await runRecorded(file, { python, clock });
        assert.equal(stdout, '[20, 20, 30] 50\n20\n');
        assert.ok(performance.now() - begun < 15_000);
      }
    });

    it('does not skip over what really takes time', async () => {
      const file = folder.write('real.py', real);
      for (const clock of ['skip-idle', 'virtual'] as const) {
        const { stdout, stderr } = await runRecorded(file, { python, clock });
        assert.deepEqual([stdout, stderr], ["b'answer'\nb'child\\n'\nfrom a thread\n", '']);
      }
    });

    it('wakes timers of one moment together, and in order, however many there are', async () => {
      const file = folder.write('many.py', many);
      const { stdout } = await runRecorded(file, { python, clock: 'virtual' });
      assert.equal(stdout, 'True 1.0\n');
    });

    it('lets a program that watches a virtual clock see it move', async () => {
      const source =
        'import time\n\nend = time.time() + 5\nwhile time.time() < end:\n    pass\nprint("over")\n';
      const file = folder.write('watching.py', source);
      assert.equal((await runRecorded(file, { python, clock: 'virtual' })).stdout, 'over\n');
    });
  });
});

function laneOf(trace: Trace, name: string): Trace['lanes'][number] | undefined {
  return trace.lanes.find((lane) => lane.name === name);
}
