import assert from 'node:assert/strict';
import type { Lane, Trace } from '../../../../src/core/trace/trace';
import { isAnother, lanesOf, programFolder, pythons, timeIn, traceOf } from './recorded';

const fetch = `import asyncio
import time

async def fetch(name, seconds):
    print("asking", name)
    await asyncio.sleep(seconds)
    return name

def block(seconds):
    time.sleep(seconds)

`;

describe("a Python program's trace", function () {
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

      const trace = (source: string): Promise<Trace> =>
        traceOf(folder.write('program.py', source), { python });

      it('nests calls that are awaited one after another', async () => {
        const { lanes } = await trace(
          `${fetch}async def main():
    await fetch("A", 0.06)
    await fetch("B", 0.06)
    await fetch("C", 0.06)

asyncio.run(main())
`,
        );
        const [main, ...others] = lanes;
        assert.deepEqual([main?.name, main?.line, main?.outcome, others.length], ['main', 12, 'done', 0]);
        assert.deepEqual(
          main?.calls.map(({ name, line, depth }) => [name, line, depth]),
          Array.from({ length: 3 }, () => ['fetch', 4, 1]),
        );
        for (const call of main.calls) {
          within(timeOf(call), 55, 300);
        }
        within(timeIn(main, 'waiting'), 175, 900);
        assert.deepEqual(placesOf(main, 'waiting'), ['6 asyncio.sleep']);
      });

      it('shows gathered tasks side by side', async () => {
        const { lanes } = await trace(
          `${fetch}async def main():
    await asyncio.gather(fetch("A", 0.2), fetch("B", 0.2))

asyncio.run(main())
`,
        );
        const [main, first, second] = lanes;
        assert.deepEqual([main?.name, first?.name, second?.name], ['main', 'fetch', 'fetch']);
        assert.deepEqual(placesOf(main, 'waiting'), ['13 asyncio.gather']);
        assert.deepEqual(main?.spans.find((span) => span.state === 'waiting')?.lanes, [
          first?.id,
          second?.id,
        ]);
        within(Math.abs((first?.created ?? 0) - (second?.created ?? 1e6)), 0, 20);
        within(timeIn(first, 'waiting'), 190, 600);
        within(timeIn(main, 'waiting'), 190, 600);
      });

      it('tells blocked from ready when somebody blocks the loop', async () => {
        const { lanes, loop, findings } = await trace(
          `${fetch}async def work(seconds):
    block(seconds)

async def main():
    await asyncio.gather(work(0.2), work(0.1), fetch("C", 0.01))

asyncio.run(main())
`,
        );
        const [, first, second] = lanes;
        within(timeIn(first, 'blocked'), 190, 600);
        assert.deepEqual(placesOf(first, 'blocked'), ['10 time.sleep']);
        assert.deepEqual(
          first?.calls.map((call) => call.name),
          ['block'],
        );
        within(timeIn(second, 'ready'), 180, 600);
        within(timeIn(second, 'blocked'), 95, 400);
        within(sum(loop.filter((span) => span.state === 'busy')), 280, 1500);
        assert.deepEqual(
          findings.filter((finding) => finding.kind === 'blocked-loop').map((finding) => finding.line),
          [10, 10],
        );
      });

      it('shows that a timer was due while another task had the loop', async () => {
        const { lanes } = await trace(
          `${fetch}async def work():
    await asyncio.sleep(0.02)
    block(0.2)

async def main():
    await asyncio.gather(work(), fetch("late", 0.07))

asyncio.run(main())
`,
        );
        const late = lanes.find((lane) => lane.name === 'fetch');
        within(timeIn(late, 'waiting'), 60, 130);
        within(timeIn(late, 'ready'), 90, 500);
      });

      it('nests the calls of a program that has no loop', async () => {
        const { lanes, loop } = await trace(
          `import time

def ask(name):
    print("asking", name)
    time.sleep(0.06)
    print("got", name)

def main():
    for name in "abc":
        ask(name)

main()
`,
        );
        const [program] = lanes;
        assert.deepEqual([lanes.length, loop.length, program?.name], [1, 0, 'program.py']);
        assert.deepEqual(
          program?.calls.map(({ name, depth }) => `${name} ${depth}`),
          ['main 1', 'ask 2', 'ask 2', 'ask 2'],
        );
        for (const call of program.calls.slice(1)) {
          within(timeOf(call), 55, 300);
        }
        assert.deepEqual(placesOf(program, 'blocked'), ['5 time.sleep']);
      });

      it('shows how workers share a queue', async () => {
        const { lanes, loop } = await trace(
          `import asyncio

async def worker(queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.05)
        queue.task_done()

async def main():
    queue = asyncio.Queue()
    for item in range(6):
        queue.put_nowait(item)
    workers = [asyncio.create_task(worker(queue), name=f"worker-{number}") for number in range(3)]
    await queue.join()
    for each in workers:
        each.cancel()
    await asyncio.gather(*workers, return_exceptions=True)

asyncio.run(main())
`,
        );
        const workers = [0, 1, 2].map((number) => lanes.find((lane) => lane.name === `worker-${number}`));
        for (const worker of workers) {
          assert.equal(worker?.outcome, 'cancelled');
          within(timeIn(worker, 'waiting'), 95, 400);
          assert.ok(placesOf(worker, 'waiting').includes('6 asyncio.sleep'));
        }
        assert.deepEqual(placesOf(lanes[0], 'waiting').slice(0, 1), ['14 queue.join']);
        within(sum(loop.filter((span) => span.state === 'idle')), 90, 400);
      });

      it('gives work in a thread a lane of its own', async () => {
        const { lanes } = await trace(
          `${fetch}async def main():
    loop = asyncio.get_running_loop()
    await asyncio.gather(loop.run_in_executor(None, block, 0.1), fetch("A", 0.1))

asyncio.run(main())
`,
        );
        const thread = lanes.find((lane) => lane.kind === 'thread');
        assert.deepEqual([thread?.name, thread?.line, thread?.outcome], ['block', 9, 'done']);
        within(timeOf(thread), 95, 400);
        assert.equal(lanesOf({ lanes } as Trace, 'fetch').length, 1);
        assert.equal(
          sum(
            lanes
              .flatMap((lane) => lane.spans.filter((span) => span.state === 'blocked'))
              .filter((span) => span.on !== 'import'),
          ),
          0,
        );
      });

      it('names what computes', async () => {
        const { lanes } = await trace(
          `import asyncio

async def count():
    total = 0
    total += sum(range(30_000_000))
    return total

asyncio.run(count())
`,
        );
        assert.deepEqual(
          placesOf(
            lanes.find((lane) => lane.name === 'count'),
            'blocked',
          ),
          ['5 sum'],
        );
      });

      it('tells outcomes, cancellations, marks and what was never awaited', async () => {
        const { lanes, marks, findings } = await trace(
          `${fetch}import sys

async def fails():
    raise ValueError("no")

async def main():
    slow = asyncio.create_task(fetch("slow", 9))
    bad = asyncio.create_task(fails())
    await asyncio.sleep(0.01)
    slow.cancel()
    await asyncio.gather(slow, bad, return_exceptions=True)
    sys.audit("async_tutor.mark", "half way")
    fetch("never", 1)

asyncio.run(main())
`,
        );
        const outcomes = lanes.map((lane) => `${lane.name} ${lane.outcome}`);
        assert.deepEqual(outcomes, ['main done', 'fetch cancelled', 'fails failed']);
        assert.deepEqual(
          marks
            .filter((mark) => mark.kind !== 'error-output')
            .map((mark) => `${mark.kind} ${mark.lane === lanes[0]?.id}`),
          ['output false', 'cancel false', 'mark true'],
        );
        assert.deepEqual(
          findings.filter((finding) => finding.kind === 'never-awaited').map((finding) => finding.line),
          [24],
        );
      });
    });
  }
});

function within(value: number, least: number, most: number): void {
  assert.ok(value >= least && value <= most, `${value} is not between ${least} and ${most}`);
}

function timeOf(
  part:
    | {
        readonly start?: number;
        readonly created?: number;
        readonly end?: number | null;
        readonly ended?: number | null;
      }
    | undefined,
): number {
  return (part?.end ?? part?.ended ?? Infinity) - (part?.start ?? part?.created ?? 0);
}

function sum(spans: readonly { readonly start: number; readonly end: number }[]): number {
  return spans.reduce((total, { start, end }) => total + end - start, 0);
}

/** Where and for what a lane was in a state for a millisecond at least, each once: `6 asyncio.sleep`. */
function placesOf(lane: Lane | undefined, state: string): string[] {
  const spans = lane?.spans.filter((span) => span.state === state && span.end - span.start >= 1) ?? [];
  return [...new Set(spans.map((span) => `${span.line ?? 'null'} ${span.on ?? ''}`))];
}
