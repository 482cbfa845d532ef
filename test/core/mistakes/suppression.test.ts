import assert from 'node:assert/strict';
import path from 'node:path';
import type { Language } from '../../../src/core/language';
import { applyEdits } from '../../../src/core/mistakes/apply';
import type { Silence } from '../../../src/core/mistakes/silence';
import { assetsIn } from '../../../src/platform/assets';
import { diskChecker } from '../../../src/platform/checker';

const checker = diskChecker(assetsIn(path.resolve('dist')));
const endings = { python: 'py', typescript: 'tsx' } as const;
const documentOf = (language: Language, text: string) => ({
  path: `/learner/program.${endings[language]}`,
  language,
  text,
});

/** The mistakes found in a text, each with its line. */
async function found(language: Language, text: string, silence?: Silence): Promise<readonly string[]> {
  const findings = await checker.check(documentOf(language, text), silence);
  return findings.map(({ mistake, start }) => `${text.slice(0, start).split(/\r?\n/).length} ${mistake}`);
}

const nap = (comment: string) => `import time


async def nap():
    time.sleep(1)${comment}
`;
const save = (comment: string) => `async function save(): Promise<void> {}
export async function main() {
${comment}
  save();
}
`;

describe('comments that silence', () => {
  const silent: readonly (readonly [Language, string])[] = [
    ['python', nap('  # async-tutor: ignore[blocking-call]')],
    ['python', nap('  #async-tutor:ignore[missing-await, blocking-call] the loop is not running yet')],
    ['python', nap('  # noqa  # async-tutor: ignore[blocking-call]')],
    ['python', nap('  # async-tutor: ignore')],
    ['python', `"""Naps."""\n# async-tutor: ignore-file[blocking-call]\n${nap('')}`],
    ['python', nap('\n# async-tutor: ignore-file')],
    [
      'python',
      nap('').replace('sleep(1)', 'sleep(\n        1,\n    )  # async-tutor: ignore[blocking-call]'),
    ],
    ['python', nap('  # async-tutor: ignore[blocking-call]').replaceAll('\n', '\r\n')],
    ['typescript', save('  // async-tutor-disable-next-line missing-await')],
    ['typescript', save('  // async-tutor-disable-next-line blocking-call, missing-await -- it may fail')],
    ['typescript', save('  /* async-tutor-disable-next-line missing-await */')],
    ['typescript', save('  // async-tutor-disable-next-line')],
    ['typescript', save('  // async-tutor-disable-next-line missing-await\n  // eslint-disable-next-line x')],
    ['typescript', `// async-tutor-disable missing-await\n${save('')}`],
    ['typescript', `${save('')}/* async-tutor-disable */\n`],
    ['typescript', save('  // async-tutor-disable-next-line missing-await').replaceAll('\n', '\r\n')],
  ];
  for (const [language, text] of silent) {
    it(`keep quiet: ${text.split('\n').find((line) => line.includes('async-tutor')) ?? ''}`, async () => {
      assert.deepEqual(await found(language, text), []);
    });
  }

  const heard: readonly (readonly [Language, string])[] = [
    ['python', nap('  # async-tutor: ignore[missing-await]')],
    ['python', nap('  # async-tutor: ignored')],
    ['python', nap('\n    # async-tutor: ignore[blocking-call]')],
    ['python', nap('; print("# async-tutor: ignore[blocking-call]")')],
    ['python', `${nap('')}USAGE = '''\n# async-tutor: ignore-file\n'''\n`],
    ['python', nap('  # async-tutor-disable-line blocking-call')],
    ['typescript', save('  // async-tutor-disable-next-line blocking-call')],
    ['typescript', save('  // async-tutor-disable-next-line missing-await\n')],
    ['typescript', save('  // async-tutor: ignore[missing-await]')],
    ['typescript', save('  // async-tutor-disable-next-lines missing-await')],
    ['typescript', `${save('')}export const usage = \`\n// async-tutor-disable\n\`;\n`],
    ['typescript', `${save('')}export const url = 'https://async-tutor-disable';\n`],
    ['typescript', `${save('')}export const element = <p>// async-tutor-disable</p>;\n`],
    [
      'typescript',
      `${save('')}export const pattern = /[x// async-tutor-disable]/;
`,
    ],
  ];
  for (const [language, text] of heard) {
    it(`say nothing with: ${text.split('\n').find((line) => line.includes('async-tutor')) ?? ''}`, async () => {
      const findings = await found(language, text);
      assert.equal(findings.length, 1, findings.join());
    });
  }

  it('are told when they name a mistake that does not exist', async () => {
    const text = nap('  # async-tutor: ignore[blocking-call, blocking-cal]');
    const { findings, unknown } = await checker.review(documentOf('python', text));
    assert.deepEqual(findings, []);
    assert.deepEqual(
      unknown.map(({ name, start, end }) => [name, text.slice(start, end)]),
      [['blocking-cal', 'blocking-cal']],
    );
  });
});

describe('the comment that silences one finding', () => {
  /** The text after silencing its first finding, or undefined where no comment can stand. */
  async function ignored(language: Language, text: string): Promise<string | undefined> {
    const [finding] = await checker.check(documentOf(language, text));
    assert.ok(finding);
    const edit = await checker.ignore(documentOf(language, text), finding);
    return edit && applyEdits(text, [edit]);
  }

  const cases: readonly (readonly [Language, string, string])[] = [
    ['python', nap(''), nap('  # async-tutor: ignore[blocking-call]')],
    ['python', nap('  # soon'), nap('  # soon  # async-tutor: ignore[blocking-call]')],
    [
      'python',
      nap('  # async-tutor: ignore[missing-await]'),
      nap('  # async-tutor: ignore[missing-await, blocking-call]'),
    ],
    [
      'python',
      nap('').replace('time.sleep(1)', 'time.sleep(len("""\n"""))'),
      nap('').replace('time.sleep(1)', 'time.sleep(len("""\n"""))  # async-tutor: ignore[blocking-call]'),
    ],
    [
      'typescript',
      save('  // no wait'),
      save('  // no wait\n  // async-tutor-disable-next-line missing-await'),
    ],
    [
      'typescript',
      save('  // async-tutor-disable-next-line blocking-call'),
      save('  // async-tutor-disable-next-line blocking-call, missing-await'),
    ],
    [
      'typescript',
      save('  // @ts-expect-error'),
      save('  // async-tutor-disable-next-line missing-await\n  // @ts-expect-error'),
    ],
    [
      'typescript',
      save('').replaceAll('\n', '\r\n'),
      save('\n  // async-tutor-disable-next-line missing-await')
        .replace('{}\n', '{}\n')
        .replaceAll('\n', '\r\n'),
    ],
  ];
  for (const [language, before, after] of cases) {
    it(`comes to: ${
      after
        .split('\n')
        .find((line) => line.includes('async-tutor'))
        ?.trim() ?? ''
    }`, async () => {
      const text = await ignored(language, before);
      assert.equal(text, after);
      assert.deepEqual(await found(language, text), []);
    });
  }

  it('is not offered where it would be text', async () => {
    const element =
      'declare function load(): Promise<string>;\nexport const element = (\n  <p>\n    loaded {`${load()}`}\n  </p>\n);\n';
    assert.equal(await ignored('typescript', element), undefined);
    const joined = nap('').replace('time.sleep(1)', 'x = time.sleep(1) \\\n        or 1');
    assert.equal(await ignored('python', joined), undefined);
  });
});

describe('what is not to be reported', () => {
  it('is what was turned off', async () => {
    const off: Silence = { off: ['blocking-call'], coveredBy: [] };
    assert.deepEqual(await found('python', nap(''), off), []);
    assert.deepEqual(await found('typescript', save(''), off), ['4 missing-await']);
  });

  it('is what the linter of that language says already', async () => {
    const eslint: Silence = { off: [], coveredBy: ['typescript-eslint'] };
    assert.deepEqual(await found('typescript', save(''), eslint), []);
    assert.deepEqual(await found('python', nap(''), eslint), ['5 blocking-call']);
    assert.deepEqual(await found('python', nap(''), { off: [], coveredBy: ['ruff'] }), []);
  });

  it('is not what a linter cannot see: a helper that blocks', async () => {
    const helped = `${nap('').replace('async def', 'def')}\n\nasync def main():\n    nap()\n`;
    assert.deepEqual(await found('python', helped, { off: [], coveredBy: ['ruff'] }), ['9 blocking-call']);
  });
});
