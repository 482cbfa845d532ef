// The suite inside the extension host of the VS Code that the npm registry delivers.
import path from 'node:path';
import { root } from './dependencies.mjs';
import { runInHost } from './run-in-host';

async function main(): Promise<void> {
  const passed = await runInHost({ extension: root, tests: path.join(root, 'out/test/host/index') });
  process.exitCode = passed ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
