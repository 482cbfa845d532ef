import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { examplesIn } from '../../../src/core/mistakes/page';
import { languages } from '../../../src/core/language';
import { AnalysisClient } from '../../../src/platform/analysis/client';
import { node } from '../../harness/dependencies.mjs';
import { bundle } from '../../harness/l10n-bundle';
import { translatable } from '../../harness/l10n-rule.mjs';
import { bundleFile, pseudo, untranslated } from '../../harness/pseudo';

/** Names in programs, which verdicts and drawings have without backticks, and the field's own. */
const names = [
  ...[
    'main',
    'fetch_weather',
    'fetch_news',
    'fetch_stock',
    'asking',
    'here',
    'asyncio.sleep',
    'asyncio.gather',
  ],
  ...['time.sleep', 'await'],
];

describe('what translators get', () => {
  it('is what the sources say: `npm run manifest` writes it', async () => {
    assert.deepEqual(JSON.parse(readFileSync(bundleFile, 'utf8')), await bundle());
  });

  it('has every word of the manifest that people read', () => {
    const read =
      /"(?:title|description|markdownDescription|displayName|altText|label|category)": "(?!%)[^"]*"/g;
    assert.deepEqual(readFileSync('package.json', 'utf8').match(read), null);
  });
});

describe('the rule that finds text without a translation', () => {
  const linter = new Linter();
  const messages = (code: string) =>
    linter
      .verify(code, {
        languageOptions: { parser: tseslint.parser },
        plugins: { l10n: { rules: { translatable } } },
        rules: { 'l10n/translatable': 'error' },
      })
      .map(({ message }) => message);

  const missed = [
    "window.showInformationMessage('Nothing was found.')",
    "item.tooltip = done ? l10n.t('done') : 'Not done yet'",
    'const fix = { title: `Await ${name} instead`, preferred: true }',
    "const message = `${name} waits` + ' for nobody.'",
    "new MarkdownString('**Blocked**')",
  ];
  for (const code of missed) {
    it(`finds ${code}`, () => {
      assert.match(messages(code).join(), /^Say this through/);
    });
  }

  it('finds what the exporter cannot read', () => {
    assert.match(messages("l10n.t(all ? 'All' : 'Some')").join(), /takes one literal/);
    assert.match(messages("l10n.t('One ' + 'sentence.')").join(), /takes one literal/);
  });

  it('says nothing of translated text, of code and of names', () => {
    const fine = [
      "item.tooltip = l10n.t('Not done yet')",
      "const fix = { title: l10n.t('Await `{0}` instead', name) }",
      'const title = `${id} ${name}`',
      "new MarkdownString('`await`')",
      "const query = { text: 'select' }",
    ];
    assert.deepEqual(fine.flatMap(messages), []);
  });
});

describe('the core in another language', () => {
  it('says nothing in English of runs, mistakes and sections', () => {
    const said = path.join(import.meta.dirname, 'said.ts');
    const texts = JSON.parse(
      execFileSync(node, ['--import', 'tsx', said], { encoding: 'utf8', maxBuffer: 2 ** 24 }),
    ) as string[];
    assert.ok(texts.length > 500);
    assert.deepEqual(
      texts.filter((text) => untranslated(text, names).length > 0),
      [],
    );
  });

  it('says nothing in English of the mistakes in the pages’ programs', async () => {
    const problems: string[] = [];
    const client = new AnalysisClient({
      script: path.resolve('dist/analysis-worker.js'),
      translations: pseudo(bundleFile),
      patienceMs: 60_000,
      onProblem: ({ reason }) => problems.push(reason),
    });
    const texts: string[] = [];
    for (const page of readdirSync('walkthroughs/mistakes')) {
      const examples = examplesIn(readFileSync(path.join('walkthroughs/mistakes', page), 'utf8'));
      for (const language of languages) {
        const text = examples[language]?.wrong;
        const name = `/learner/page.${language === 'python' ? 'py' : 'mts'}`;
        const review = text === undefined ? undefined : await client.review({ path: name, language, text });
        const findings = review?.findings ?? [];
        assert.ok(text === undefined || findings.length > 0, page);
        for (const { message, fixes, related } of findings) {
          texts.push(message, ...fixes.map(({ title }) => title), ...related.map((place) => place.message));
        }
      }
    }
    await client.dispose();
    assert.deepEqual(problems, []);
    assert.ok(texts.length > 40);
    assert.deepEqual(
      texts.filter((text) => untranslated(text, ['crypto']).length > 0),
      [],
    );
  });

  it('would be caught speaking English', () => {
    assert.deepEqual(untranslated('Řŭŭƞ `asyncio.run` it', []), ['it']);
    assert.deepEqual(untranslated('[Ŀḗḗşşǿǿƞ](command:asyncTutor.openLesson) main 1.1 s', ['main']), []);
  });
});
