import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { runPlain, runRecorded, traceOf } from './recorded';
import { tasksOf } from './measure';

/** A folder with aiohttp, httpx and uvloop, and the Python that they are for. */
const modules = process.env['ASYNC_TUTOR_PYTHON_MODULES'];
const python = process.env['ASYNC_TUTOR_PYTHON'] ?? 'python3';
const file = resolve('test/core/run/python/fixtures/modules/main.py');

describe('programs on aiohttp, httpx and uvloop, where ASYNC_TUTOR_PYTHON_MODULES says they are', function () {
  this.timeout(300_000);
  before(function () {
    if (modules === undefined) {
      this.skip();
    }
  });

  for (const loop of ['asyncio', 'uvloop']) {
    it(`do the same, every request a lane, on ${loop}`, async () => {
      const options = { python, args: [loop], ...(modules === undefined ? {} : { modules }) };
      const plain = await runPlain(file, options);
      const recorded = await runRecorded(file, options);
      assert.match(plain.stdout, /pong to !ping/);
      assert.deepEqual(
        [recorded.stdout, recorded.stderr, recorded.code],
        [plain.stdout, plain.stderr, plain.code],
      );
      const lanes = tasksOf(await traceOf(file, options)).map(({ name, outcome }) => `${name} ${outcome}`);
      for (const [name, count] of [
        ['ask done', 3],
        ['ask_httpx done', 2],
        ['heartbeat cancelled', 1],
        ['!ping done', 1],
        ['main done', 1],
      ] as const) {
        assert.equal(lanes.filter((lane) => lane === name).length, count, lanes.join());
      }
    });
  }
});
