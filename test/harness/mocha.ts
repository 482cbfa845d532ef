import { node, root } from './dependencies.mjs';
import { runToEnd } from './processes';

/** Runs Mocha on the test files of a folder that needs more than the unit suite does; resolves to its exit code. */
export function runMocha(spec: string): Promise<number> {
  const options = ['--no-config', '--forbid-only', '--timeout', '120000'];
  const reporter = ['--reporter', 'test/harness/reporter.mjs'];
  return runToEnd(
    node,
    ['--import', 'tsx', 'node_modules/mocha/bin/mocha.js', ...options, ...reporter, spec],
    { cwd: root },
  );
}
