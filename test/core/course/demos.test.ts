import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoName, sectionFile, sectionIds, sections } from '../../../src/core/course/outline';
import type { Language } from '../../../src/core/language';
import { claims } from './claims';
import { recordDemo, type RecordedDemo } from './recorded-demo';

const languages: readonly Language[] = ['python', 'typescript'];

/** Several programs run at a time: each takes little of the processor, and none of the clock. */
const atOnce = 3;

describe('the demos, on the virtual clock', function () {
  this.timeout(120_000);
  const demos = new Map<string, Promise<RecordedDemo>>();

  before(() => {
    const files = sectionIds.flatMap((id) =>
      languages.map((language) => ({ language, file: sectionFile(id, demoName(language)) })),
    );
    for (const [index, { file, language }] of files.entries()) {
      const earlier = demos.get(files[index - atOnce]?.file ?? '');
      demos.set(
        file,
        after(earlier, () => recordDemo(path.resolve(file), language, 'virtual')),
      );
    }
  });

  for (const id of sectionIds) {
    for (const language of languages) {
      it(`does in ${id} what the lesson says, in ${language}`, async () => {
        const { output, seconds, lanes, complaint } = claims[id].demo[language];
        const demo = await demos.get(sectionFile(id, demoName(language)));
        assert.ok(demo !== undefined);
        assert.deepEqual(demo.stdout.trimEnd().split('\n'), output);
        assert.equal(demo.trace.exit.code, 0);
        assertComplaint(demo, complaint);
        assertTook(demo, seconds);
        assertLanes(demo, lanes);
      });
    }
  }
});

// Some sixty programs more: on request.
const sweep = process.env['ASYNC_TUTOR_SWEEP'] === '1' ? describe : describe.skip;

sweep('the demos with one thing changed', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'changes-'));
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  this.afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  for (const id of sectionIds) {
    for (const language of languages) {
      it(`does in ${id} what the answer says, in ${language}`, async () => {
        const { changes } = sections[id];
        assert.equal(changes.length, claims[id].changes.length);
        for (const [index, { edit, task }] of changes.entries()) {
          const claim = claims[id].changes[index]?.[language];
          assert.ok(claim !== undefined);
          const shipped = readFileSync(sectionFile(id, demoName(language)), 'utf8');
          const file = path.join(folder, `${id}-${index}-${demoName(language)}`);
          writeFileSync(
            file,
            shipped.replace(edit[language].from, () => edit[language].to),
          );
          const demo = await recordDemo(file, language, 'virtual');
          assertComplaint(demo, claim.complaint);
          assertInOrder(demo.stdout.split('\n'), claim.prints, task);
          assertTook(demo, claim.seconds);
        }
      });
    }
  }
});

async function after(
  earlier: Promise<unknown> | undefined,
  run: () => Promise<RecordedDemo>,
): Promise<RecordedDemo> {
  await earlier;
  return run();
}

function assertComplaint({ stderr }: RecordedDemo, complaint: string | undefined): void {
  assert.equal(stderr === '', complaint === undefined, stderr);
  assert.ok(stderr.includes(complaint ?? ''), stderr);
}

function assertTook({ trace }: RecordedDemo, seconds: number | null): void {
  if (seconds !== null) {
    assert.ok(Math.abs(trace.duration / 1000 - seconds) < 0.05, `${trace.duration} ms, not ${seconds} s`);
  }
}

function assertLanes({ trace }: RecordedDemo, expected: readonly string[]): void {
  const names = trace.lanes.map(({ name }) => name);
  for (const name of new Set(expected)) {
    const wanted = expected.filter((one) => one === name).length;
    const found = names.filter((one) => one === name).length;
    assert.ok(found >= wanted, `${found} lanes ${name}, not ${wanted}: ${names.join(', ')}`);
  }
}

function assertInOrder(lines: readonly string[], expected: readonly string[], task: string): void {
  const places = expected.map((line) => lines.indexOf(line));
  assert.ok(!places.includes(-1), `${task} ${lines.join('\n')}`);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
    task,
  );
}
