// The suite of test/host in a desktop VS Code, which @vscode/test-electron downloads.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { root } from './dependencies.mjs';
import { copyWorkspace } from './run-in-host';

async function main(): Promise<void> {
  const code = await downloadAndUnzipVSCode().catch((error: unknown) => {
    throw new Error(`Nothing was tested: desktop VS Code could not be downloaded (${String(error)}).`);
  });
  const workspace = copyWorkspace();
  try {
    process.exitCode = await runTests({
      vscodeExecutablePath: code,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'out/test/host/index'),
      launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
    });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
