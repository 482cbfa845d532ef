// Runs before anything is installed, so on whatever Node npm came with, and without a dependency.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** The Node that the project is built and tested with: the one its lock file names. */
export const node = path.join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * Runs npm, with its output shown, and throws when it fails.
 * @param {string[]} args
 * @param {string} cwd
 */
export function npm(args, cwd) {
  const own = process.env['npm_execpath'];
  const [command, first] = own ? [process.execPath, [own]] : ['npm', []];
  const result = spawnSync(command, [...first, ...args], {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !own && process.platform === 'win32',
  });
  if (result.status !== 0) {
    throw new Error(`npm ${args.join(' ')} failed: is the npm registry within reach?`);
  }
}

/** Installs the locked dependencies unless exactly those are there. */
export function ensureDependencies() {
  if (isUpToDate()) {
    return;
  }
  console.log('Installing the dependencies (npm ci) …');
  npm(['ci', '--no-progress'], root);
}

function isUpToDate() {
  const installed = packagesOf('node_modules/.package-lock.json');
  const wanted = packagesOf('package-lock.json');
  return (
    existsSync(node) &&
    Object.entries(wanted).every(
      ([place, { version, optional }]) =>
        place === '' || (installed[place] ? installed[place].version === version : optional === true),
    )
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(lockFile) {
  const file = path.join(root, lockFile);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}
