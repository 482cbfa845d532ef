import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Sandbox } from './sandbox';

const sleepy = 'import time\n\n\nasync def nap():\n    time.sleep(1)\n';
const floating = 'async function save(): Promise<void> {}\nexport async function main() {\n  save();\n}\n';

const native = (file: string) => path.normalize(file);

describe('what check looks at', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = new Sandbox();
  });
  afterEach(() => {
    sandbox.remove();
  });

  const write = (...names: readonly string[]) => {
    for (const name of names) {
      sandbox.write(name, /\.pyw?$/.test(name) ? sleepy : floating);
    }
  };
  const checked = async (args: readonly string[], stdin = '') => {
    const { stdout, ...ended } = await sandbox.asyncTutor(['check', '--format', 'json', ...args], stdin);
    const report = JSON.parse(stdout) as {
      files: { path: string; language: string; error?: string; findings: { mistake: string }[] }[];
    };
    return { ...ended, files: report.files, paths: report.files.map((file) => file.path) };
  };

  it('is a folder with all below it, without libraries and what tools made', async () => {
    write('a.py', 'sub/b.pyw', 'sub/deep/c.py', 'node_modules/x/d.js', 'sub/.venv/e.py', 'dist/f.js');
    sandbox.write('readme.md', 'async');
    assert.deepEqual((await checked(['.'])).paths, ['a.py', 'sub/b.pyw', 'sub/deep/c.py'].map(native));
  });

  it('is what a glob matches, and each file once', async () => {
    write('a.py', 'sub/b.py', 'sub/c.ts', 'sub/deep/d.py');
    const { paths } = await checked(['sub/**/*.py', 'sub/b.py', '*.{py,ts}', './a.py']);
    assert.deepEqual(paths, ['sub/b.py', 'sub/deep/d.py', 'a.py'].map(native));
  });

  it('is a file whose name looks like a glob, when there is one', async () => {
    write('[id].py', 'i.py');
    assert.deepEqual((await checked(['[id].py'])).paths, ['[id].py']);
  });

  it('is not what git ignores: nested files, exceptions, and the root of the repository', async () => {
    mkdirSync(path.join(sandbox.folder, '.git'));
    sandbox.write('.gitignore', 'made/\n*_pb2.py\n/only-here.py\n');
    sandbox.write('pkg/.gitignore', '!kept_pb2.py\nlocal.py\n');
    write(
      'a.py',
      'a_pb2.py',
      'only-here.py',
      'made/b.py',
      'pkg/made/c.py',
      'pkg/kept_pb2.py',
      'pkg/local.py',
    );
    write('pkg/only-here.py');
    const kept = ['a.py', 'pkg/kept_pb2.py', 'pkg/only-here.py'].map(native);
    assert.deepEqual((await checked(['.'])).paths, kept);
    assert.deepEqual((await checked(['pkg'])).paths, kept.slice(1));
    assert.deepEqual((await checked(['**/*.py'])).paths, kept);
    assert.deepEqual(
      (await checked(['made', 'pkg/local.py'])).paths,
      ['made/b.py', 'pkg/local.py'].map(native),
    );
  });

  it('is standard input under the name of a file', async () => {
    const { code, files } = await checked(['--stdin-filename', 'lib/nap.py', '-'], sleepy);
    assert.equal(code, 1);
    assert.deepEqual(
      files.map(({ path: name, language, findings }) => [
        name,
        language,
        findings.map(({ mistake }) => mistake),
      ]),
      [['lib/nap.py', 'python', ['blocking-call']]],
    );
  });

  it('says what cannot be read, matches nothing, or is in another language, and checks the rest', async () => {
    write('a.py');
    sandbox.write('main.c', 'int main;');
    const { code, files, stderr } = await checked(['a.py', '*.rs', 'main.c']);
    assert.equal(code, 1);
    assert.deepEqual(
      files.map(({ path: name, error }) => [name, error]),
      [
        ['*.rs', 'No file matches.'],
        ['a.py', undefined],
        ['main.c', 'This is neither a Python nor a TypeScript or JavaScript file.'],
      ],
    );
    assert.match(stderr, /\*\.rs: No file matches\.\nmain\.c: This is neither/);
  });

  it('comes out in one order however many workers check it', async () => {
    const names = Array.from({ length: 120 }, (_, place) => `f${String(place).padStart(3, '0')}.py`);
    write(...names);
    const { files } = await checked(['.']);
    assert.deepEqual(
      files.map(({ path: name, findings }) => [name, findings.length]),
      names.map((name) => [name, 1]),
    );
  });

  it('keeps quiet about what a comment, an option or a linter silences', async () => {
    sandbox.write('a.py', sleepy.replace('sleep(1)', 'sleep(1)  # async-tutor: ignore[blocking-call]'));
    write('b.py', 'c.ts');
    const found = async (...args: string[]) =>
      (await checked(args)).files.flatMap(({ findings }) => findings.map(({ mistake }) => mistake));
    assert.deepEqual(await found('a.py', 'b.py'), ['blocking-call']);
    assert.deepEqual(await found('--off', 'missing-await,blocking-call', 'b.py'), []);
    assert.deepEqual(await found('--off', 'missing-await', '--off', 'dropped-task', 'b.py'), [
      'blocking-call',
    ]);
    assert.deepEqual(await found('--covered-by', 'ruff', '--covered-by', 'typescript-eslint', '.'), []);
  });

  it('tells of a comment that names no mistake', async () => {
    sandbox.write('a.py', sleepy.replace('sleep(1)', 'sleep(1)  # async-tutor: ignore[blocking]'));
    const { stderr, files } = await checked(['a.py']);
    assert.equal(stderr, 'a.py: There is no mistake "blocking" to silence.\n');
    assert.equal(files[0]?.findings.length, 1);
  });

  it('is mended across files until nothing is left to mend', async () => {
    sandbox.write(
      'tsconfig.json',
      '{ "compilerOptions": { "strict": true, "module": "esnext", "moduleResolution": "bundler" } }',
    );
    sandbox.write(
      'a.ts',
      "import { load } from './b';\nexport async function main(): Promise<void> {\n  load();\n}\n",
    );
    sandbox.write(
      'b.ts',
      'async function read(): Promise<void> {}\nexport async function load(): Promise<void> {\n  read();\n}\n',
    );
    const { code } = await checked(['--fix', '.']);
    assert.equal(code, 0);
    const text = (name: string) => readFileSync(path.join(sandbox.folder, name), 'utf8');
    assert.match(text('a.ts'), / {2}await load\(\);/);
    assert.match(text('b.ts'), / {2}await read\(\);/);
  });

  for (const [what, args] of Object.entries({
    'standard input without a name': ['check', '-'],
    'standard input beside a file': ['check', '--stdin-filename', 'a.py', '-', 'a.py'],
    'standard input to be mended': ['check', '--fix', '--stdin-filename', 'a.py', '-'],
    'a mistake that does not exist': ['check', '--off', 'blocking', '.'],
    'a linter that is not known': ['check', '--covered-by', 'flake8', '.'],
  })) {
    it(`says in one sentence that ${what} is wrong usage`, async () => {
      const { code, stdout, stderr } = await sandbox.asyncTutor(args, sleepy);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /^async-tutor: .+\n$/);
    });
  }
});
