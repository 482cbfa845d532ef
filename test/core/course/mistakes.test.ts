import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { demoName, sectionFile, sectionIds } from '../../../src/core/course/outline';
import { assetsIn } from '../../../src/platform/assets';
import { diskChecker } from '../../../src/platform/checker';
import { claims } from './claims';

describe('the mistakes in the demos', function () {
  this.timeout(60_000);
  const checker = diskChecker(assetsIn(path.resolve('dist')));

  for (const id of sectionIds) {
    for (const language of ['python', 'typescript'] as const) {
      it(`are in ${id} those that it is there to show, in ${language}`, async () => {
        const file = path.resolve(sectionFile(id, demoName(language)));
        const findings = await checker.check({ path: file, language, text: readFileSync(file, 'utf8') });
        assert.deepEqual(
          findings.map(({ mistake }) => mistake),
          claims[id].demo[language].mistakes,
        );
      });
    }
  }
});
