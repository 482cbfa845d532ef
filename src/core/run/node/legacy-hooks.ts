import fs from 'node:fs';
import module from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import type { AddedSites, ThreadData } from './legacy-thread';
import { declaredFormat, isTypeScript, typeScriptMeant, type OwnModules } from './modules';

type Extension = (module: NodeJS.Module, filename: string) => void;
type Compile = (this: NodeJS.Module, code: string, filename: string, isModule?: boolean) => void;

/** Loaded only when it is needed. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- younger Nodes need no thread
const threads = () => require('node:worker_threads') as typeof import('node:worker_threads');

const extensions = Reflect.get(module, '_extensions') as Record<string, Extension>;
const compile = Reflect.get(module.prototype, '_compile') as Compile;

/**
 * Does what `hookModules` does on a Node without synchronous hooks: `require` is met where it reads a file, without
 * a frame of ours on any stack, and `import` by hooks in a thread, started only when the program needs it.
 */
export function hookModulesInThread(
  modules: OwnModules,
  program: string,
  thread: { readonly script: string; readonly roots: readonly string[] },
  onSites: (...added: AddedSites) => void,
): () => void {
  let port: MessagePort | null = null;
  const startThread = (): void => {
    port ??= registerThread(thread.script, thread.roots);
  };
  const prepared = (path: string, source: string): string => {
    const transformed = modules.transform(path, source, isTypeScript(path) ? declaredFormat(path) : null);
    if (transformed?.format === 'module' || /\bimport\s*\(/.test(source)) {
      startThread();
    }
    return transformed?.code ?? source;
  };
  meetReads(modules, prepared);
  for (const extension of ['.ts', '.cts', '.mts', '.tsx']) {
    extensions[extension] = (loaded, filename) => {
      compile.call(loaded, prepared(filename, fs.readFileSync(filename, 'utf8')), filename);
    };
  }
  if (isTypeScript(program)) {
    resolveTypeScript();
  }
  if (declaredFormat(program) === 'module') {
    startThread();
  }
  return () => {
    fetchFrom(port, onSites);
  };
}

/**
 * Node reads `_extensions['.js']` and then, with what it found there, the file: between the two, reading is ours. Of a
 * script that a module imports Node has the source already: then what compiles it is handed ours, without a frame.
 */
function meetReads(modules: OwnModules, prepared: (path: string, source: string) => string): void {
  const load = extensions['.js'];
  const { readFileSync } = fs;
  const ours = (path: string, source: string): string => {
    fs.readFileSync = readFileSync;
    return modules.pathOf(pathToFileURL(path).href) === null ? source : prepared(path, source);
  };
  const meeting = (...args: Parameters<typeof readFileSync>): unknown => {
    const [path] = args;
    const text = readFileSync(...args);
    const isModule = typeof path === 'string' && !path.endsWith('package.json') && typeof text === 'string';
    return isModule ? ours(path, text) : text;
  };
  Object.defineProperty(extensions, '.js', {
    configurable: true,
    enumerable: true,
    set: () => undefined,
    get: () => {
      Reflect.set(fs, 'readFileSync', meeting);
      return load;
    },
  });
  let current = compile;
  Object.defineProperty(module.prototype, '_compile', {
    configurable: true,
    enumerable: true,
    set: (value: Compile) => {
      current = value;
    },
    get(this: NodeJS.Module) {
      const { filename } = this;
      return Reflect.get(fs, 'readFileSync') === meeting
        ? current.bind(this, ours(filename, readFileSync(filename, 'utf8')), filename, false)
        : current;
    },
  });
}

function resolveTypeScript(): void {
  type Resolve = (request: string, parent: NodeJS.Module | undefined, ...rest: readonly unknown[]) => string;
  const resolve = Reflect.get(module, '_resolveFilename') as Resolve;
  Reflect.set(module, '_resolveFilename', (...args: Parameters<Resolve>): string => {
    try {
      return resolve(...args);
    } catch (error) {
      const [request, parent] = args;
      const from = parent === undefined ? undefined : pathToFileURL(parent.filename).href;
      const meant = typeScriptMeant(request, from);
      if (meant === null) {
        throw error;
      }
      return fileURLToPath(meant);
    }
  });
}

function registerThread(script: string, roots: readonly string[]): MessagePort {
  const { port1, port2 } = new (threads().MessageChannel)();
  const data: ThreadData = { port: port2, roots };
  module.register(pathToFileURL(script).href, { data, transferList: [port2] });
  port1.unref();
  return port1;
}

/** The thread tells of a module's sites before the module runs. */
function fetchFrom(port: MessagePort | null, onSites: (...added: AddedSites) => void): void {
  while (port !== null) {
    const told = threads().receiveMessageOnPort(port) as { message: AddedSites } | undefined;
    if (told === undefined) {
      return;
    }
    onSites(...told.message);
  }
}
