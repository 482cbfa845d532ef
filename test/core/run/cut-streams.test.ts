import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Language } from '../../../src/core/language';
import { BatchReader } from '../../../src/core/run/batch';
import { defaultLimits } from '../../../src/core/run/limits';
import { OwnLines } from '../../../src/core/run/own-lines';
import { recorderCommand } from '../../../src/core/run/recorders';
import type { RunRequest } from '../../../src/core/run/run';
import { TraceAssembler } from '../../../src/core/trace/model';
import type { Trace } from '../../../src/core/trace/trace';
import { assetsIn } from '../../../src/platform/assets';
import { assertSound } from '../trace/sound';

const learners = 'test/core/trace/fixtures/learners';
const programs: Readonly<Record<Language, string>> = {
  python: `${learners}/one-after-another/cafe.py`,
  typescript: `${learners}/one-after-another/loop.ts`,
};

/** All that a program's recorder sent, as it was sent. */
function recorded(language: Language): { readonly bytes: Buffer; readonly token: string } {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'cut-'));
  const request: RunRequest = {
    ...{ language, file: path.resolve(programs[language]), args: [], cwd: folder, clock: 'virtual' },
    ...{ interpreter: [], environment: {}, stdin: 'none', limits: defaultLimits },
  };
  const { args, env, token = '' } = recorderCommand(request, assetsIn(path.resolve('dist')));
  const file = path.join(folder, 'events');
  const { status } = spawnSync(language === 'python' ? 'python3' : process.execPath, args, {
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...env },
    stdio: ['ignore', 'ignore', 'inherit', openSync(file, 'w')],
  });
  assert.equal(status, 0);
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return { bytes, token };
}

function traceOf(language: Language, pieces: readonly string[], token: string): Trace {
  const lines = new OwnLines(token);
  const batches = new BatchReader();
  const assembler = new TraceAssembler({ language, file: programs[language], clock: 'virtual' });
  for (const piece of pieces) {
    assembler.add(lines.take(piece).flatMap((line) => batches.eventsOf(line)));
  }
  assert.equal(lines.foreign, 0);
  return assembler.finish({ exit: { code: null, reason: 'killed' }, wallMs: 5000, traceCut: true });
}

for (const language of ['python', 'typescript'] as const) {
  describe(`what a recorder of ${language} sent, cut at any byte`, function () {
    this.timeout(60_000);

    it('is a trace up to there', () => {
      const { bytes, token } = recorded(language);
      const whole = traceOf(language, [bytes.toString()], token);
      assert.ok(whole.lanes.length > 0 && whole.lanes.every(({ outcome }) => outcome === 'done'));
      let before: Trace | undefined;
      for (let at = 0; at <= bytes.length; at++) {
        const [head, tail] = [bytes.toString('utf8', 0, at), bytes.toString('utf8', at)];
        const trace = traceOf(language, [head], token);
        // A cut inside a line leaves what the line before did: that one need not be looked at again.
        if (before === undefined || JSON.stringify(trace) !== JSON.stringify(before)) {
          assertSound(trace);
        }
        before = trace;
        assert.deepEqual(traceOf(language, [head, tail], token), whole);
      }
    });
  });
}
