import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import type { Lane } from '../../../../src/core/trace/trace';
import { placesOf, sum, tasksOf, timeIn, within } from './measure';
import { runPlain, runRecorded, traceOf } from './recorded';

const fixtures = resolve('test/core/run/python/fixtures');

/** How many tasks there were of each name and outcome. */
function counted(lanes: readonly Lane[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name, outcome } of lanes) {
    counts[`${name} ${outcome}`] = (counts[`${name} ${outcome}`] ?? 0) + 1;
  }
  return counts;
}

// That these programs do what they do alone is held by neutrality.test.ts.
describe('the trace of a real program in Python', function () {
  this.timeout(60_000);

  it('names the requests of a client and the handlers of its server', async () => {
    const { lanes, shared } = await traceOf(join(fixtures, 'http_client.py'));
    const tasks = tasksOf({ lanes });
    assert.deepEqual(counted(tasks), { 'main done': 1, 'Session.get done': 3, 'serve done': 4 });
    const request = tasks.find(({ name }) => name === 'Session.get');
    assert.ok(request?.calls.some(({ name }) => name.endsWith('request')));
    assert.deepEqual(
      shared?.map(({ kind, name, limit }) => [kind, name, limit]),
      [['semaphore', 'self.places', 2]],
    );
  });

  it('names the workers of a crawler and what they wait for', async () => {
    const { lanes } = await traceOf(join(fixtures, 'crawler.py'));
    const workers = tasksOf({ lanes }).filter(({ name }) => name.startsWith('worker-'));
    assert.deepEqual(
      workers.map(({ name, outcome }) => [name, outcome]),
      [0, 1, 2].map((number) => [`worker-${number}`, 'cancelled']),
    );
    const places = new Set(workers.flatMap((worker) => placesOf(worker, 'waiting')));
    assert.ok(places.has('32 crawl.found.get'), [...places].join());
  });

  it('follows a bot through heartbeats, commands and a new connection', async () => {
    const { lanes } = await traceOf(join(fixtures, 'bot.py'));
    assert.deepEqual(counted(tasksOf({ lanes })), {
      'main done': 1,
      'heartbeat cancelled': 2,
      'Gateway.handle done': 2,
      'gateway-listener cancelled': 2,
      '!ping done': 1,
      '!slow done': 1,
    });
  });

  it('follows a loop that cannot be looked into', async () => {
    const file = join(fixtures, 'foreign', 'main.py');
    const [plain, recorded] = [await runPlain(file), await runRecorded(file)];
    assert.deepEqual([recorded.stdout, recorded.stderr], [plain.stdout, plain.stderr]);
    const { lanes, loop } = await traceOf(file);
    const [main, first, second, block, slow] = lanes.filter(({ kind }) => kind === 'task');
    assert.deepEqual(main?.spans.find(({ state }) => state === 'waiting')?.lanes, [
      first?.id,
      second?.id,
      block?.id,
    ]);
    within(timeIn(first, 'waiting'), 140, 600);
    within(timeIn(block, 'blocked'), 95, 400);
    assert.equal(slow?.outcome, 'cancelled');
    within(sum(loop.filter(({ state }) => state === 'idle')), 140, 900);
  });
});
