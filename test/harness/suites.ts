import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { node, root } from './dependencies.mjs';
import { runToEnd } from './processes';

interface Suite {
  name: string;
  /** Arguments for the project's Node; one command after the other, all of them. */
  commands: readonly (readonly string[])[];
  /** Whether it leaves counts of its own; else it counts as one check. */
  counts: boolean;
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Longest that one suite may take, in milliseconds: what hangs is reported while there is still time. */
const limit = 480_000;

const prettier = ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'];
const eslint = ['node_modules/eslint/bin/eslint.js', '--config', '.eslint.config.mjs', '.'];
const mocha = [
  '--import',
  'tsx',
  'node_modules/mocha/bin/mocha.js',
  '--reporter',
  'test/harness/reporter.mjs',
];

/** Files of the unit suite that run programs and look at their times, which are truer while nothing runs beside. */
const timed = ['test/core/run/**/*.test.ts', 'test/core/trace/**/*.test.ts', 'test/cli/**/*.test.ts'];
const timedOnly = ['--no-config', '--forbid-only', '--timeout', '30000', ...timed];
const untimed = timed.flatMap((files) => ['--ignore', files]);

const browser = ['--import', 'tsx', 'test/harness/browser.ts'];

/** One stage after the other; the suites of a stage run side by side. */
const stages: readonly (readonly Suite[])[] = [
  [{ name: 'build', commands: [['esbuild.js', '--tests']], counts: false }],
  [
    { name: 'types', commands: [['node_modules/typescript/bin/tsc', '--noEmit']], counts: false },
    { name: 'lint', commands: [eslint, prettier], counts: false },
    { name: 'install', commands: [['--import', 'tsx', 'test/harness/install.ts']], counts: false },
    { name: 'unit', commands: [[...mocha, ...untimed]], counts: true },
  ],
  [{ name: 'programs', commands: [[...mocha, ...timedOnly]], counts: true }],
  [
    { name: 'host', commands: [['--import', 'tsx', 'test/harness/host.ts']], counts: true },
    { name: 'page', commands: [[...browser, 'test/browser/page/*.test.ts']], counts: true },
  ],
  [{ name: 'window', commands: [[...browser, 'test/browser/*.test.ts']], counts: true }],
  [{ name: 'package', commands: [['--import', 'tsx', 'test/harness/package-suite.ts']], counts: true }],
];

async function runSuite(suite: Suite, result: string): Promise<Counts> {
  let failed = false;
  for (const command of suite.commands) {
    const code = await runToEnd(node, command, {
      cwd: root,
      limit,
      env: { ...process.env, SUITE_RESULT: result },
    });
    failed ||= code !== 0;
  }
  const counts = suite.counts ? readCounts(result) : { passed: 1, failed: 0, skipped: 0 };
  if (counts === undefined) {
    console.error(`The ${suite.name} suite did not come to its end.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  if (!suite.counts && failed) {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return failed && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readCounts(file: string): Counts | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const named = process.argv.slice(2);
  const isWanted = (name: string) => named.length === 0 || name === 'build' || named.includes(name);
  const folder = mkdtempSync(path.join(tmpdir(), 'async-tutor-results-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const sum: Counts = { passed: 0, failed: 0, skipped: 0 };
  const table: string[] = [];
  const run = async (suite: Suite) => {
    console.log(`\n== ${suite.name} ==`);
    const begin = performance.now();
    const counts = await runSuite(suite, path.join(folder, `${suite.name}.json`));
    const seconds = ((performance.now() - begin) / 1000).toFixed(1).padStart(7);
    table.push(`${suite.name.padEnd(9)}${seconds} s  ${inWords(counts)}`);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  };
  for (const stage of stages) {
    await Promise.all(stage.filter(({ name }) => isWanted(name)).map((suite) => run(suite)));
  }
  console.log(`\n${table.join('\n')}`);
  console.log(
    'Not part of this run: npm run test:electron, the host suite in a desktop VS Code, which has to be downloaded.',
  );
  console.log(inWords(sum));
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
}

function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

main().catch((error: unknown) => {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
