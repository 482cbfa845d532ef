import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Clock } from '../../../../src/core/trace/trace';
import { folderWith, nodes, runPlain, runRecorded } from './recorded';
import { batchProgram, randomProgram } from './random-program';

/** Set ASYNC_TUTOR_RANDOM_PROGRAMS to try more of them, and ASYNC_TUTOR_RANDOM_SEED to begin elsewhere. */
const count = Number(process.env['ASYNC_TUTOR_RANDOM_PROGRAMS'] ?? 150);
const firstSeed = Number(process.env['ASYNC_TUTOR_RANDOM_SEED'] ?? 1);
const BATCH = 75;

/** What a recorder would do that waits for a promise by a promise of its own. */
const oneMicrotaskLate = `
const suspend = __asyncTutor.suspend.bind(__asyncTutor);
__asyncTutor.suspend = (lane, site, before, value) => {
  const given = suspend(lane, site, before, value);
  return given instanceof Promise ? given.then((inner) => inner) : given;
};
`;

async function differing(
  seeds: readonly number[],
  node: string,
  options: { readonly clock?: Clock; readonly isLate?: boolean } = {},
): Promise<readonly string[]> {
  const programs = seeds.map(randomProgram);
  const folder = folderWith({ ...batchProgram(programs), 'late/late.cjs': oneMicrotaskLate });
  try {
    const main = join(folder.path, 'main.js');
    const alsoRequire = join(folder.path, 'late/late.cjs');
    const plain = await runPlain(main, { node });
    const recorded = await runRecorded(main, {
      node,
      clock: options.clock ?? 'real',
      ...(options.isLate === true ? { alsoRequire } : {}),
    });
    assert.equal(recorded.stderr, plain.stderr);
    assert.equal(recorded.code, plain.code);
    const lines = recorded.stdout.split('\n');
    const expected = plain.stdout.split('\n');
    assert.equal(expected.length, seeds.length + 1, plain.stderr);
    return expected.flatMap((line, index) =>
      line === lines[index]
        ? []
        : `seed ${String(seeds[index])}\n${programs[index] ?? ''}\n- ${line}\n+ ${lines[index] ?? ''}`,
    );
  } finally {
    folder.remove();
  }
}

function seedsFrom(first: number, length: number): readonly number[] {
  return Array.from({ length }, (_, index) => first + index);
}

describe('A recorded Node program', function () {
  this.timeout(600_000);

  for (const node of nodes) {
    for (let done = 0; done < count; done += BATCH) {
      const seeds = seedsFrom(firstSeed + done, Math.min(BATCH, count - done));
      it(`does what it does unrecorded, in that order: seeds from ${seeds[0] ?? 0} on ${node}`, async () => {
        assert.deepEqual(await differing(seeds, node), []);
      });
    }
  }

  for (const clock of ['skip-idle', 'virtual'] as const) {
    it(`keeps its order on the clock ${clock}`, async () => {
      assert.deepEqual(await differing(seedsFrom(firstSeed, BATCH), process.execPath, { clock }), []);
    });
  }

  it('is caught when it is late by one microtask', async () => {
    const found = await differing(seedsFrom(firstSeed, 30), process.execPath, { isLate: true });
    assert.ok(found.length > 5, `${found.length} of 30 programs differ`);
  });
});
