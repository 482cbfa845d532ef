import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Sandbox } from './sandbox';

interface Report {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly language: string | null;
    readonly error?: string;
    readonly findings: readonly {
      readonly mistake: string;
      readonly severity: string;
      readonly section: string;
      readonly line: number;
      readonly column: number;
      readonly endLine: number;
      readonly endColumn: number;
      readonly fixes: readonly { readonly preferred: boolean; readonly edits: readonly object[] }[];
    }[];
  }[];
}

const sleepy =
  'import asyncio\nimport time\n\n\nasync def nap():\n    time.sleep(1)\n\n\nasyncio.run(nap())\n';
const floating = 'async function save(): Promise<void> {}\nexport async function main() {\n  save();\n}\n';

describe('the command line', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = new Sandbox();
  });
  afterEach(() => {
    sandbox.remove();
  });

  const write = (name: string, text: string) => sandbox.write(name, text);
  const asyncTutor = (...args: readonly string[]) => sandbox.asyncTutor(args);

  describe('check', () => {
    const report = async (...args: readonly string[]) => {
      const ended = await asyncTutor('check', '--format', 'json', ...args);
      return { ...ended, report: JSON.parse(ended.stdout) as Report };
    };

    it('reports findings of both languages with positions from 1, and exits with 1', async () => {
      write('nap.py', sleepy);
      write('save.ts', floating);
      const { code, report: found } = await report('.');
      assert.equal(code, 1);
      assert.equal(found.version, 1);
      assert.deepEqual(
        found.files.map(({ path: file, language, findings }) => [
          file,
          language,
          findings.map(({ mistake, severity, section, line, column, endLine, endColumn, fixes }) => [
            ...[mistake, severity, section, `${line}:${column}-${endLine}:${endColumn}`],
            fixes.some(({ preferred }) => preferred),
          ]),
        ]),
        [
          ['nap.py', 'python', [['blocking-call', 'warning', '5.4', '6:5-6:18', true]]],
          ['save.ts', 'typescript', [['missing-await', 'warning', '5.4', '3:3-3:9', true]]],
        ],
      );
    });

    it('exits with 0 when there is nothing to find', async () => {
      write('fine.py', 'print("fine")\n');
      const { code, stdout } = await asyncTutor('check', 'fine.py');
      assert.deepEqual([code, stdout], [0, '0 findings in 1 file.\n']);
    });

    it('finds what is whole in a half-written file', async () => {
      write('half.py', `${sleepy}\nasync def more(:\n    x = (`);
      const { report: found } = await report('half.py');
      assert.deepEqual(
        found.files[0]?.findings.map(({ line }) => line),
        [6],
      );
      assert.match(found.files[0].error ?? '', /^Line 1[12] cannot be understood/);
    });

    it('reports what cannot be read and checks the rest', async () => {
      write('nap.py', sleepy);
      write('data.py', 'a\0b');
      const { code, stderr, report: found } = await report('nap.py', 'data.py', 'gone.py');
      assert.equal(code, 1);
      assert.deepEqual(Object.fromEntries(found.files.map(({ path: file, error }) => [file, error])), {
        'gone.py': 'There is no such file or folder.',
        'nap.py': undefined,
        'data.py': 'This is not a text file.',
      });
      assert.match(stderr, /gone\.py: There is no such file/);
    });

    it('exits with 2 when nothing of what was named is there', async () => {
      assert.equal((await asyncTutor('check', 'gone.py')).code, 2);
    });

    it('writes preferred fixes, keeps line ends and byte order mark, and then finds nothing', async () => {
      const file = write('nap.py', `\uFEFF${sleepy.replaceAll('\n', '\r\n')}`);
      const { code } = await asyncTutor('check', '--fix', 'nap.py');
      assert.equal(code, 0);
      const expected = sleepy.replace('time.sleep', 'await asyncio.sleep').replaceAll('\n', '\r\n');
      assert.equal(readFileSync(file, 'utf8'), `\uFEFF${expected}`);
    });

    for (const [what, args] of Object.entries({
      'an unknown option': ['check', '--colour', '.'],
      'an unknown format': ['check', '--format', 'xml', '.'],
      'no path': ['check'],
      'no command': [],
      'an unknown command': ['chekc', '.'],
      'a missing program': ['run', 'gone.py'],
      'a file of another language': ['run', 'main.c'],
      'a timeout that is no number': ['run', 'x.py', '--timeout', 'soon'],
      'an unknown clock': ['run', 'x.py', '--clock', 'fast'],
    })) {
      it(`says in one sentence that ${what} is wrong usage`, async () => {
        const { code, stdout, stderr } = await asyncTutor(...args);
        assert.deepEqual([code, stdout], [2, '']);
        assert.match(stderr, /^async-tutor: .+\n$/);
      });
    }
  });

  it('has help and a version', async () => {
    assert.match((await asyncTutor('--help')).stdout, /async-tutor check/);
    assert.match((await asyncTutor('--version')).stdout, /^\d+\.\d+\.\d+\n$/);
  });
});
