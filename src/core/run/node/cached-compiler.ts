import { Module } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { keep, privateFolder, readOrNull } from './private-folder';

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
 * program would wait for. While `use` runs, the module is found by whoever requires it.
 */
export function withCompiler<Value>(use: () => Value): Value {
  if (privateFolder !== null) {
    loadFrom(privateFolder);
  }
  try {
    return use();
  } finally {
    Reflect.deleteProperty(require.cache, compilerPath);
  }
}

function loadFrom(folder: string): void {
  const source = readOrNull(compilerPath);
  if (source === null) {
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
