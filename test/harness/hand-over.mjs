import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { node, root } from './dependencies.mjs';
import { endWithParent } from './parent.mjs';

/**
 * Goes on in a TypeScript file of the harness, on the project's own Node, and ends as it ends.
 * @param {string} file
 * @param {string[]} args
 */
export async function handOver(file, args) {
  const child = spawn(node, ['--import', 'tsx', path.join(root, 'test/harness', file), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  endWithParent();
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(name, () => child.kill(name));
  }
  await once(child, 'exit');
  process.exitCode = child.exitCode ?? 1;
}
