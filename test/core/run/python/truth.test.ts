import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import type { Trace } from '../../../../src/core/trace/trace';
import { placesOf, sum, tasksOf, timeIn, timeOf, within } from './measure';
import { onEachPython, traceOf } from './recorded';

const programs = resolve('test/core/run/python/fixtures/truth');

describe("a Python program's trace", function () {
  this.timeout(60_000);
  onEachPython((python) => {
    const trace = (program: string): Promise<Trace> => traceOf(join(programs, `${program}.py`), { python });

    it('nests calls that are awaited one after another', async () => {
      const shown = await trace('sequential');
      const [main, ...others] = tasksOf(shown);
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
      const shown = await trace('gathered');
      const [main, first, second] = tasksOf(shown);
      assert.deepEqual([main?.name, first?.name, second?.name], ['main', 'fetch', 'fetch']);
      assert.deepEqual(placesOf(main, 'waiting'), ['13 asyncio.gather']);
      assert.deepEqual(main?.spans.find((span) => span.state === 'waiting')?.lanes, [first?.id, second?.id]);
      within(Math.abs((first?.created ?? 0) - (second?.created ?? 1e6)), 0, 20);
      within(timeIn(first, 'waiting'), 190, 600);
      within(timeIn(main, 'waiting'), 190, 600);
    });

    it('tells blocked from ready when somebody blocks the loop', async () => {
      const shown = await trace('blocking');
      const [, first, second] = tasksOf(shown);
      within(timeIn(first, 'blocked'), 190, 600);
      assert.deepEqual(placesOf(first, 'blocked'), ['10 time.sleep']);
      assert.deepEqual(
        first?.calls.map((call) => call.name),
        ['block'],
      );
      within(timeIn(second, 'ready'), 180, 600);
      within(timeIn(second, 'blocked'), 95, 400);
      within(sum(shown.loop.filter((span) => span.state === 'busy')), 280, 1500);
      assert.deepEqual(
        shown.findings.filter((finding) => finding.kind === 'blocked-loop').map((finding) => finding.line),
        [10],
      );
    });

    it('shows that a timer was due while another task had the loop', async () => {
      const { lanes } = await trace('late_timer');
      const late = lanes.find((lane) => lane.name === 'fetch');
      within(timeIn(late, 'waiting'), 60, 130);
      within(timeIn(late, 'ready'), 90, 500);
    });

    it('nests the calls of a program that has no loop', async () => {
      const { lanes, loop } = await trace('no_loop');
      const [program] = lanes;
      assert.deepEqual([lanes.length, loop.length, program?.name], [1, 0, 'no_loop.py']);
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
      const shown = await trace('workers');
      const lanes = tasksOf(shown);
      const workers = [0, 1, 2].map((number) => lanes.find((lane) => lane.name === `worker-${number}`));
      for (const worker of workers) {
        assert.equal(worker?.outcome, 'cancelled');
        within(timeIn(worker, 'waiting'), 95, 400);
        assert.ok(placesOf(worker, 'waiting').includes('6 asyncio.sleep'));
      }
      assert.deepEqual(placesOf(lanes[0], 'waiting').slice(0, 1), ['14 queue.join']);
      within(sum(shown.loop.filter((span) => span.state === 'idle')), 90, 400);
    });

    it('gives work in a thread a lane of its own', async () => {
      const { lanes } = await trace('thread');
      const thread = lanes.find((lane) => lane.kind === 'thread');
      assert.deepEqual([thread?.name, thread?.line, thread?.outcome], ['block', 9, 'done']);
      within(timeOf(thread), 95, 400);
      assert.equal(lanes.filter((lane) => lane.name === 'fetch').length, 1);
      assert.equal(
        sum(
          lanes
            .filter((lane) => lane.kind === 'task')
            .flatMap((lane) => lane.spans.filter((span) => span.state === 'blocked')),
        ),
        0,
      );
    });

    it('names what computes', async () => {
      const { lanes } = await trace('computing');
      assert.deepEqual(
        placesOf(
          lanes.find((lane) => lane.name === 'count'),
          'blocked',
        ),
        ['5 sum'],
      );
    });

    it('tells outcomes, cancellations, marks and what was never awaited', async () => {
      const shown = await trace('outcomes');
      const lanes = tasksOf(shown);
      const outcomes = lanes.map((lane) => `${lane.name} ${lane.outcome}`);
      assert.deepEqual(outcomes, ['main done', 'fetch cancelled', 'fails failed']);
      assert.deepEqual(
        shown.marks
          .filter((mark) => mark.kind !== 'error-output')
          .map((mark) => `${mark.kind} ${mark.lane === lanes[0]?.id}`),
        ['output false', 'cancel false', 'mark true'],
      );
      assert.deepEqual(
        shown.findings.filter((finding) => finding.kind === 'never-awaited').map((finding) => finding.line),
        [24],
      );
    });
  });
});
