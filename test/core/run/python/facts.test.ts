import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { TraceEvent } from '../../../../src/core/trace/events';
import { onEachPython, runRecorded, versionOf } from './recorded';

const programs = resolve('test/core/run/python/fixtures/truth');

type Tagged<Tag extends TraceEvent[0]> = Extract<TraceEvent, readonly [Tag, ...unknown[]]>;

/** What a recorder wrote of a program, by lane names. */
class Facts {
  readonly #names: ReadonlyMap<number, string>;

  constructor(readonly events: readonly TraceEvent[]) {
    this.#names = new Map(this.all('lane').map(([, , number, , name]) => [number, name]));
  }

  all<Tag extends TraceEvent[0]>(tag: Tag): readonly Tagged<Tag>[] {
    return this.events.filter((event): event is Tagged<Tag> => event[0] === tag);
  }

  name(lane: number | null): string {
    return lane === null ? 'nobody' : (this.#names.get(lane) ?? 'unknown');
  }

  /** Names of the lanes that a wait at this line names. */
  awaited(line: number): readonly string[] {
    const waits = this.all('wait').filter((event) => event[3] === line);
    return waits.flatMap((event) => event[5].map((lane) => this.name(lane)));
  }
}

describe('what the Python recorder knows beside spans', function () {
  this.timeout(60_000);
  onEachPython((python) => {
    const facts = async (program: string) =>
      new Facts((await runRecorded(resolve(programs, `${program}.py`), { python })).events);

    it('tells how full a queue is, and who holds a lock or a permit', async () => {
      const told = await facts('shared');
      assert.deepEqual(
        told.all('shared').map(([, , , kind, name, limit, line]) => [kind, name, limit, line]),
        [
          ['queue', 'queue', 2, 12],
          ['semaphore', 'places', 2, 13],
          ['lock', 'lock', 1, 14],
        ],
      );
      const levels = (id: number) => told.all('level').filter((event) => event[2] === id);
      assert.equal(Math.max(...levels(1).map((event) => event[3])), 2);
      assert.equal(Math.max(...levels(2).map((event) => event[3])), 2);
      for (const id of [1, 2, 3]) {
        assert.equal(levels(id).at(-1)?.[3], 0);
      }
      assert.deepEqual([...new Set(levels(3).map((event) => told.name(event[4])))], ['worker']);
      assert.equal(levels(3).length, 6);
    });

    it('knows what is shared by its variable, where that is certain', async () => {
      const told = await facts('named');
      const [first, second] =
        Number(versionOf(python)?.split('.')[1]) >= 11
          ? ['first', 'second']
          : ['asyncio.Lock', 'asyncio.Lock'];
      assert.deepEqual(
        told.all('shared').map(([, , , , name]) => name),
        [
          ...[first, second, 'places', 'self.lock', 'self.queue', 'asyncio.Lock', 'asyncio.Lock'],
          ...['asyncio.Lock', 'asyncio.Lock', 'changed', 'queue'],
        ],
      );
    });

    it('tells who asked for a cancellation, and whom nobody looked after', async () => {
      const told = await facts('cancelled');
      const asked = told
        .all('cancel')
        .map(([, , lane, by, asker]) => `${told.name(lane)} by ${asker ?? told.name(by)}`);
      const minor = Number(versionOf(python)?.split('.')[1]);
      const groups = minor >= 11 ? ['sibling by failing', 'main by failing'] : [];
      assert.deepEqual(asked, [
        'asked by main',
        minor >= 12 ? 'main by asyncio.timeout' : 'fetch by main',
        ...groups,
        'left over by asyncio.run',
      ]);
      assert.deepEqual(
        told.all('unretrieved').map((event) => told.name(event[2])),
        ['unseen'],
      );
      assert.deepEqual(
        told.all('destroyed').map((event) => told.name(event[2])),
        ['lost'],
      );
    });

    it("knows the lanes behind what only stands for them, and leaves out the library's own", async () => {
      const told = await facts('stands_for');
      assert.deepEqual(told.awaited(20), ['fetch']);
      assert.deepEqual(told.awaited(22), ['sleep', 'sleep']);
      assert.deepEqual(told.awaited(23), ['fetch', 'fetch']);
      const tasks = told.all('lane').filter((event) => event[5] === 'task');
      assert.deepEqual(
        tasks.map((event) => event[4]),
        ['main', 'fetch', 'fetch', 'fetch', 'ticks.aclose'],
      );
    });

    it('gives a lane to every process, and to what a pool of processes is handed', async () => {
      const told = await facts('processes');
      const ends = new Map(told.all('end').map((event) => [event[2], event]));
      const started = told.all('lane').filter((event) => event[5] === 'process');
      assert.deepEqual(
        started
          .filter((event) => !event[4].startsWith('ForkProcess-') && event[4] !== 'program')
          .map(([, , lane, parent, name]) => [told.name(parent), name, ...(ends.get(lane)?.slice(3) ?? [])])
          .sort(([, a], [, b]) => String(a).localeCompare(String(b))),
        [
          ['main', 'double', 'done', null],
          ['main', 'double', 'done', null],
          ['processes.py', 'doubler', 'done', null],
          ['main', 'exit 3', 'failed', 'exit code 3'],
          ['main', 'fail', 'failed', 'ValueError: no'],
          ['main', `${started[1]?.[4].split(' ')[0] ?? ''} -c pass`, 'done', null],
          ['main', 'sleep 10', 'cancelled', null],
        ],
      );
      assert.deepEqual(told.awaited(32), ['double', 'double']);
      const sleeper = started.find((event) => event[4] === 'sleep 10');
      assert.deepEqual(
        told
          .all('run')
          .filter((event) => event[2] === sleeper?.[2])
          .map((event) => event[3]),
        [23],
      );
      assert.equal(ends.get(started.find((event) => event[4] === 'program')?.[2] ?? 0)?.[3], 'failed');
    });
  });
});
