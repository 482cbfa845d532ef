// What a start of the editor pays for the extension: the bundle's size, the time to load it and to activate it, with an
// editor that answers everything at once. Usage: npm run build && npm run bench -- activation
import { statSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';

interface Extension {
  activate(context: unknown): unknown;
}

type Load = (this: unknown, request: string, ...rest: readonly unknown[]) => unknown;

/** Stands for every part of the editor: it can be called, constructed and asked for any member. */
function anything(): object {
  const empty = () => [][Symbol.iterator]();
  const member = (name: string | symbol) => (name === 'then' || name === 'bundle' ? undefined : anything());
  function part(): void {
    return undefined;
  }
  return new Proxy(part, {
    get: (_target, name) =>
      name === Symbol.iterator ? empty : typeof name === 'symbol' ? undefined : member(name),
    set: () => true,
    apply: anything,
    construct: anything,
  });
}

function measure(): { loadMs: number; activateMs: number } {
  const bundle = path.resolve('dist/extension.js');
  const loader = Module as unknown as { _load: Load };
  const original = loader._load;
  loader._load = function (request, ...rest) {
    return request === 'vscode' ? anything() : original.call(this, request, ...rest);
  };
  const begun = performance.now();
  const extension = Module.createRequire(__filename)(bundle) as Extension;
  const loaded = performance.now();
  extension.activate(anything());
  const active = performance.now();
  return { loadMs: loaded - begun, activateMs: active - loaded };
}

/** Prints the table's figures. */
export function run(): void {
  const { loadMs, activateMs } = measure();
  console.log(`dist/extension.js   ${Math.round(statSync('dist/extension.js').size / 1024)} KB`);
  console.log(`load                ${loadMs.toFixed(1)} ms`);
  console.log(`activate            ${activateMs.toFixed(1)} ms`);
}
