import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../../src/core/language';
import { catalogue, mistakeIds, type MistakeId } from '../../../src/core/mistakes/catalogue';
import { examplesIn } from '../../../src/core/mistakes/page';
import { assetsIn } from '../../../src/platform/assets';
import type { LanguageRules } from '../../../src/core/mistakes/engine';
import { loadPythonRules } from '../../../src/core/mistakes/python';
import { loadTypeScriptRules } from '../../../src/core/mistakes/typescript';
import { diskFiles } from '../../../src/platform/files';
import { diskChecker } from '../../../src/platform/checker';

const folder = path.join('walkthroughs', 'mistakes');
const read = (id: MistakeId) => readFileSync(path.join(folder, `${id}.md`), 'utf8');

/** The languages that each mistake exists in. */
const languages = (id: MistakeId): readonly Language[] =>
  ['repeated-runner', 'dropped-task', 'unfinished-queue-item'].includes(id)
    ? ['python']
    : ['python', 'typescript'];

describe('the page of a mistake', () => {
  const assets = assetsIn(path.resolve('dist'));
  const checker = diskChecker(assets);
  const rules: Record<Language, Promise<LanguageRules>> = {
    python: loadPythonRules(
      { runtimeWasm: readFileSync(assets.runtimeWasm), languageWasm: readFileSync(assets.pythonWasm) },
      diskFiles,
    ),
    typescript: loadTypeScriptRules({ files: diskFiles, nodeTypes: assets.nodeTypes }),
  };
  const isWired = async (id: MistakeId, language: Language) =>
    id in
    (await rules[language])({
      path: `/learner/empty.${language === 'python' ? 'py' : 'mts'}`,
      language,
      text: '',
    });
  const found = async (language: Language, text: string) => {
    const name = `/learner/page.${language === 'python' ? 'py' : 'mts'}`;
    return (await checker.check({ path: name, language, text })).map(({ mistake }) => mistake);
  };

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
        it(`has the mistake in the wrong ${language} program, and no other`, async function () {
          if (!(await isWired(id, language as Language))) {
            this.skip();
          }
          assert.deepEqual(await found(language as Language, wrong), [id]);
        });

        it(`has no mistake in the right ${language} program`, async () => {
          assert.deepEqual(await found(language as Language, right), []);
        });
      }
    });
  }
});
