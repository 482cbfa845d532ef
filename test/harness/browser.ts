// The suite that clicks in a window, or the files of it that are named: npm run test:browser -- test/browser/x.test.ts
import { node, root } from './dependencies.mjs';
import { runMocha } from './mocha';
import { runToEnd } from './processes';

async function main(): Promise<void> {
  const built = await runToEnd(node, ['esbuild.js'], { cwd: root });
  process.exitCode = built || (await runMocha(process.argv[2] ?? 'test/browser/**/*.test.ts'));
}

void main();
