import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomProgram, randomWorldProgram } from './random-program';
import {
  isAnother,
  programFolder,
  pythons,
  recorderFolder,
  runPlain,
  runRecorded,
  withoutAddresses,
} from './recorded';

const perProcess = 25;
/** How many programs each Python runs; more say more, and take longer. */
const wanted = Number(process.env['ASYNC_TUTOR_RANDOM_PROGRAMS'] ?? 100);
/** The first seed, by which a long sweep is cut into slices. */
const from = Number(process.env['ASYNC_TUTOR_RANDOM_SEED'] ?? 1);
const seeds = Array.from({ length: Math.ceil(wanted / perProcess) }, (_, index) => from + index);

describe('random asyncio programs', function () {
  this.timeout(600_000);
  const folder = programFolder();
  after(() => {
    folder.remove();
  });

  for (const python of pythons) {
    it(`do the same in the same order on ${python}`, async function () {
      if (!isAnother(python)) {
        this.skip();
      }
      for (const seed of seeds) {
        const file = folder.write(`seed_${seed}.py`, randomProgram(seed, perProcess));
        await assertNeutral(file, python, `=== ${perProcess - 1}\n`);
      }
    });

    it(`do the same with threads, processes, sockets and signals on ${python}`, async function () {
      if (!isAnother(python) || process.platform === 'win32') {
        this.skip();
      }
      for (const seed of seeds) {
        await assertNeutral(folder.write(`world_${seed}.py`, randomWorldProgram(seed)), python, '=== over\n');
      }
    });
  }

  const broken = {
    'takes one more turn of the loop for a step': [
      'put_last(self, handle)',
      'put_last(self, handle if handle._args else sys.modules["asyncio"].Handle(lambda: put_last(self, handle), (), self.watch.loop()))',
    ],
    'runs the newest handle first': ['put_last(self, handle)', 'deque.appendleft(self, handle)'],
    'keeps tasks alive': ['lane.task = _weakref.ref(task)', 'lane.task = lambda: task'],
    'asks a task for its exception': ['exception_text(task._exception)', 'exception_text(task.exception())'],
    'stands between a warning and its cause': [
      '__init__ = staticmethod(original)',
      '__init__ = lambda self, it: original(it)',
    ],
  } as const;
  for (const [fault, [right, wrong]] of Object.entries(broken)) {
    it(`tell a recorder that ${fault}`, async () => {
      const recorder = mkdtempSync(join(tmpdir(), 'broken-recorder-'));
      cpSync(recorderFolder, recorder, { recursive: true });
      const source = readFileSync(join(recorder, 'recorder.py'), 'utf8');
      assert.ok(source.includes(right));
      writeFileSync(join(recorder, 'recorder.py'), source.replace(right, wrong));
      const file = folder.write('told.py', randomProgram(1, 4 * perProcess));
      const [plain, recorded] = await Promise.all([runPlain(file), runRecorded(file, { recorder })]);
      rmSync(recorder, { recursive: true });
      assert.notDeepEqual(
        [recorded.stdout, recorded.stderr].map(withoutAddresses),
        [plain.stdout, plain.stderr].map(withoutAddresses),
      );
    });
  }
});

/** Asserts that a program prints the same and ends the same under the recorder; without it, it must get as far as `reached`. */
async function assertNeutral(file: string, python: string, reached: string): Promise<void> {
  const [plain, recorded] = await Promise.all([runPlain(file, { python }), runRecorded(file, { python })]);
  assert.ok(plain.stdout.includes(reached), `${file} ends early: ${plain.stderr}`);
  assert.equal(inEveryRun(recorded.stdout), inEveryRun(plain.stdout), file);
  assert.equal(inEveryRun(recorded.stderr), inEveryRun(plain.stderr), file);
  assert.deepEqual([recorded.code, recorded.signal], [plain.code, plain.signal], file);
}

function inEveryRun(output: string): string {
  return withoutAddresses(output).replace(/\b(pid|when)=[\d.]+/g, '$1=');
}
