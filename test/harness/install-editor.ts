import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { npm, root } from './dependencies.mjs';
import manifest from './editor/package.json';

const cache = path.join(root, '.vscode-test');
const home = path.join(cache, `code-server-${manifest.dependencies['code-server']}`);
const vscode = 'node_modules/code-server/lib/vscode';

/** Path of the VS Code server's entry file, installed from the npm registry into .vscode-test unless it is there. */
export function ensureEditor(): string {
  if (!existsSync(home)) {
    console.log('Installing the editor host (570 MB, once) …');
    install();
  }
  return path.join(home, vscode, 'out/server-main.js');
}

/** A folder appears under its final name only when whole, so that a broken install is never mistaken for a good one. */
function install(): void {
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(path.join(cache, 'installing-'));
  try {
    cpSync(path.join(root, 'test/harness/editor/package.json'), path.join(draft, 'package.json'));
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
    npm(['install', ...options], draft);
    npm(['install', '--omit=dev', ...options], path.join(draft, vscode));
    if (!existsSync(home)) {
      renameSync(draft, home);
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
