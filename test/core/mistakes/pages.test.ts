import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../../src/core/language';
import { catalogue, mistakeIds, type MistakeId } from '../../../src/core/mistakes/catalogue';
import { applyEdits } from '../../../src/core/mistakes/apply';
import { fixAll } from '../../../src/core/mistakes/fix-all';
import { examplesIn } from '../../../src/core/mistakes/page';
import { assetsIn } from '../../../src/platform/assets';
import { diskChecker } from '../../../src/platform/checker';

const folder = path.join('walkthroughs', 'mistakes');
const read = (id: MistakeId) => readFileSync(path.join(folder, `${id}.md`), 'utf8');

/** The languages that each mistake exists in. */
const languages = (id: MistakeId): readonly Language[] =>
  ['repeated-runner', 'dropped-task', 'unfinished-queue-item'].includes(id)
    ? ['python']
    : ['python', 'typescript'];

describe('the page of a mistake', () => {
  const checker = diskChecker(assetsIn(path.resolve('dist')));
  const documentOf = (language: Language, text: string) => ({
    ...{ path: `/learner/page.${language === 'python' ? 'py' : 'mts'}`, language, text },
  });
  const found = async (language: Language, text: string) =>
    (await checker.check(documentOf(language, text))).map(({ mistake }) => mistake);

  it('exists for each mistake, and for nothing else', () => {
    assert.deepEqual(readdirSync(folder).sort(), mistakeIds.map((id) => `${id}.md`).sort());
  });

  for (const id of mistakeIds) {
    describe(id, () => {
      const page = read(id);
      const examples = examplesIn(page);

      it('has the title, a section, the restaurant and a way to mend it', () => {
        assert.ok(page.startsWith(`# ${catalogue[id].title}\n`));
        assert.match(page, /^_Lecture (\d\.\d(, | and )?)+_$/m);
        assert.ok(page.includes(catalogue[id].section));
        assert.match(page, /^In the restaurant: /m);
        assert.match(page, /^\*\*To mend it\*\*, /m);
      });

      it('has programs in every language that has the mistake', () => {
        assert.deepEqual(Object.keys(examples), languages(id));
      });

      for (const [language, { wrong, right }] of Object.entries(examples)) {
        it(`has the mistake in the wrong ${language} program, and no other`, async () => {
          assert.deepEqual(await found(language as Language, wrong), [id]);
        });

        it(`has a mistake in the ${language} program that a comment silences`, async () => {
          const document = documentOf(language as Language, wrong);
          const [finding] = await checker.check(document);
          const edit = finding && (await checker.ignore(document, finding));
          assert.ok(edit);
          assert.deepEqual(await found(language as Language, applyEdits(wrong, [edit])), []);
        });

        it(`has a ${language} program that is mended once and for all`, async () => {
          const check = (text: string) => checker.check(documentOf(language as Language, text));
          const mended = await fixAll(wrong, check);
          assert.deepEqual(
            (await check(mended)).filter(({ fixes }) => fixes.some(({ preferred }) => preferred)),
            [],
          );
          assert.equal(await fixAll(mended, check), mended);
        });

        it(`has no mistake in the right ${language} program`, async () => {
          assert.deepEqual(await found(language as Language, right), []);
        });
      }
    });
  }
});
