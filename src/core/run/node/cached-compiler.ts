import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Module } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';

const compilerPath = join(__dirname, '../../vendor/ts-morph-common.js');
const wrapper = ['(function (exports, require, module, __filename, __dirname) {', '\n})'] as const;

type Load = (
  exports: unknown,
  require: NodeJS.Require,
  module: NodeJS.Module,
  filename: string,
  dirname: string,
) => void;

/**
 * Loads the compiler with what V8 made of it in an earlier run: parsing its six megabytes is most of what a short
 * program would wait for. The module is then found by whoever requires it.
 */
export function loadCompiler(): void {
  const folder = privateFolder();
  const source = folder === null ? null : readOrNull(compilerPath);
  if (folder === null || source === null) {
    return;
  }
  const { versions, arch } = process;
  const cachePath = join(folder, `compiler-${source.length}-${versions.v8}-${arch}`);
  const cachedData = readOrNull(cachePath) ?? undefined;
  const script = new Script(wrapper[0] + source.toString() + wrapper[1], {
    filename: compilerPath,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const loaded = new Module(compilerPath);
  loaded.filename = compilerPath;
  loaded.loaded = true;
  const load = script.runInThisContext() as Load;
  load(loaded.exports, require, loaded, compilerPath, join(compilerPath, '..'));
  require.cache[compilerPath] = loaded;
  if (cachedData === undefined || script.cachedDataRejected === true) {
    keep(cachePath, script.createCachedData());
  }
}

/** A folder that nobody but this user can have written to, or null: what lies in it is run. */
function privateFolder(): string | null {
  const user = process.getuid?.();
  const folder = join(tmpdir(), `async-tutor-${user ?? 'cache'}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    const isOwn = user === undefined || (found.uid === user && (found.mode & 0o022) === 0);
    return found.isDirectory() && isOwn ? folder : null;
  } catch {
    return null;
  }
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** In one step, since other runs may be reading it. */
function keep(path: string, data: Buffer): void {
  try {
    writeFileSync(`${path}.${process.pid}`, data, { mode: 0o600 });
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // The next run will be as slow as this one, and as right.
  }
}
