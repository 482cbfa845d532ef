import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { languageOf } from '../../../src/core/language';
import { sectionIds } from '../../../src/core/course/outline';
import { recordDemo } from '../course/recorded-demo';
import { assertSound } from './sound';

const programs = path.resolve('test/core/trace/fixtures/learners');
/** What computes takes no time on the virtual clock. */
const clocks: Readonly<Record<string, 'skip-idle'>> = { 'blocked-loop': 'skip-idle' };

describe('what is found in programs as learners write them', function () {
  this.timeout(60_000);

  for (const claimed of readdirSync(programs)) {
    for (const name of readdirSync(path.join(programs, claimed))) {
      it(`${name} shows ${claimed === 'none' ? 'nothing' : claimed}`, async () => {
        const file = path.join(programs, claimed, name);
        const language = languageOf(file) ?? assert.fail();
        const { trace } = await recordDemo(file, language, clocks[claimed] ?? 'virtual');
        assertSound(trace);
        const found = [...new Set(trace.findings.map(({ kind }) => kind))];
        assert.deepEqual(found, claimed === 'none' ? [] : [claimed], JSON.stringify(trace.findings));
        assert.ok(trace.findings.every(({ section }) => sectionIds.some((id) => id === section)));
      });
    }
  }
});
