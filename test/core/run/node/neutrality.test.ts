import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Clock } from '../../../../src/core/trace/trace';
import { traceOf, folderWith, nodes, runPlain, runRecorded, type Outcome } from './recorded';
import { batchProgram, randomProgram, type Dialect } from './random-program';

/** Set ASYNC_TUTOR_RANDOM_PROGRAMS to try more of them, and ASYNC_TUTOR_RANDOM_SEED to begin elsewhere. */
const count = Number(process.env['ASYNC_TUTOR_RANDOM_PROGRAMS'] ?? 120);
const firstSeed = Number(process.env['ASYNC_TUTOR_RANDOM_SEED'] ?? 1);
const BATCH = 60;

/** What a recorder would do that waits for a promise by a promise of its own. */
const oneMicrotaskLate = `
const suspend = __asyncTutor.suspend.bind(__asyncTutor);
__asyncTutor.suspend = (lane, site, before, value) => {
  const given = suspend(lane, site, before, value);
  return given instanceof Promise ? given.then((inner) => inner) : given;
};
`;

/** Programs of some seeds, together, on one Node. */
class Batch {
  readonly #folder: ReturnType<typeof folderWith>;
  readonly #dialect: Dialect;
  #plain: Promise<Outcome> | null = null;

  constructor(
    private readonly seeds: readonly number[],
    private readonly node: string,
  ) {
    const version = execFileSync(node, ['--version']).toString();
    this.#dialect = { hasUsing: Number(/\d+/.exec(version)?.[0]) >= 24 };
    this.#folder = folderWith({ ...batchProgram(seeds, this.#dialect), 'late/late.cjs': oneMicrotaskLate });
  }

  remove(): void {
    this.#folder.remove();
  }

  /** The programs that print something else, or in another order, under the recorder, whose trace is sound. */
  async differing(
    options: { readonly clock?: Clock; readonly isLate?: boolean } = {},
  ): Promise<readonly string[]> {
    const main = join(this.#folder.path, 'main.js');
    const alsoRequire = join(this.#folder.path, 'late/late.cjs');
    this.#plain ??= runPlain(main, { node: this.node });
    const [plain, recorded] = await Promise.all([
      this.#plain,
      runRecorded(main, {
        node: this.node,
        clock: options.clock ?? 'real',
        ...(options.isLate === true ? { alsoRequire } : {}),
      }),
    ]);
    assert.equal(withoutNumbers(recorded.stderr), withoutNumbers(plain.stderr));
    assert.equal(recorded.code, plain.code);
    if (options.isLate !== true) {
      traceOf(recorded, main, options.clock);
    }
    const lines = recorded.stdout.split('\n');
    const expected = plain.stdout.split('\n');
    assert.equal(expected.length, this.seeds.length + 1, plain.stderr);
    assert.doesNotMatch(plain.stdout, /SyntaxError/);
    return this.seeds.flatMap((seed, index) =>
      expected[index] === lines[index]
        ? []
        : `seed ${seed}\n${randomProgram(seed, this.#dialect)}\n- ${expected[index] ?? ''}\n+ ${lines[index] ?? ''}`,
    );
  }
}

/** A warning of Node's own tells the process and how many rejections there were for a moment. */
function withoutNumbers(stderr: string): string {
  return stderr.replace(/\(node:\d+\)|rejection id: \d+/g, '');
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
        const batch = new Batch(seeds, node);
        assert.deepEqual(await batch.differing(), []);
        batch.remove();
      });
    }
  }

  describe('on another clock, or under a recorder that is broken on purpose', () => {
    const batch = new Batch(seedsFrom(firstSeed, BATCH), nodes[0] ?? process.execPath);
    after(() => {
      batch.remove();
    });

    for (const clock of ['skip-idle', 'virtual'] as const) {
      it(`keeps its order on the clock ${clock}`, async () => {
        assert.deepEqual(await batch.differing({ clock }), []);
      });
    }

    it('is caught when it is late by one microtask', async () => {
      const found = await batch.differing({ isLate: true });
      assert.ok(found.length > BATCH / 6, `${found.length} of ${BATCH} programs differ`);
    });
  });
});
