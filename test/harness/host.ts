// The suite inside the extension host of the VS Code that the npm registry delivers.
import path from 'node:path';
import { node, root } from './dependencies.mjs';
import { runToEnd } from './processes';
import { runInHost } from './run-in-host';

async function main(): Promise<void> {
  if ((await runToEnd(node, ['esbuild.js', '--tests'], { cwd: root })) !== 0) {
    throw new Error('The build failed.');
  }
  const passed = await runInHost({ extension: root, tests: path.join(root, 'out/test/host/index') });
  process.exitCode = passed ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
