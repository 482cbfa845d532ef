import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onEachPython, runPlain, runRecorded, withoutAddresses } from './recorded';

const fixtures = resolve('test/core/run/python/fixtures');
const programs = [
  ...readdirSync(fixtures).filter((name) => name.endsWith('.py')),
  join('shadowing', 'main.py'),
  'missing.py',
];

describe('a Python program under the recorder', function () {
  this.timeout(60_000);
  onEachPython((python) => {
    for (const program of programs) {
      it(`does what it does alone: ${program}`, async () => {
        const file = join(fixtures, program);
        const [plain, recorded] = await Promise.all([
          runPlain(file, { python }),
          runRecorded(file, { python }),
        ]);
        assert.equal(withoutAddresses(recorded.stdout), withoutAddresses(plain.stdout));
        assert.equal(withoutAddresses(recorded.stderr), withoutAddresses(plain.stderr));
        assert.deepEqual([recorded.code, recorded.signal], [plain.code, plain.signal]);
        if (plain.signal === null) {
          assert.equal(recorded.events.at(-1)?.[0], 'exit');
        }
      });
    }
  });
});
