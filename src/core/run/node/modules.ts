import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Site } from './instrument/site';
import { cachedTransform } from './cached-transform';
import type { ModuleFormat, Transformed } from './transform';

const typeScript = /\.[cm]?tsx?$/;

/** Says which modules are the learner's own, and turns their source into what is run. */
export class OwnModules {
  readonly #roots: readonly string[];

  constructor(
    roots: readonly string[],
    private readonly addSites: (path: string, first: number, sites: readonly Site[]) => void,
    private readonly nextSite: () => number,
  ) {
    this.#roots = roots.map((root) => withSeparator(realpathSync(root)));
  }

  /** The file behind a URL, when it is one that the recorder has to do with. */
  pathOf(url: string): string | null {
    if (!url.startsWith('file:')) {
      return null;
    }
    const path = fileURLToPath(url);
    return typeScript.test(path) || this.#isOwn(path) ? path : null;
  }

  /** Null when the source is to be run as it is. */
  transform(path: string, source: string, format: ModuleFormat | null): Transformed | null {
    const isOwn = this.#isOwn(path);
    if (!isOwn && !typeScript.test(path)) {
      return null;
    }
    const firstSite = isOwn ? this.nextSite() : null;
    const transformed = cachedTransform({ path, source, format, firstSite });
    if (transformed !== null && firstSite !== null) {
      this.addSites(path, firstSite, transformed.sites);
    }
    return transformed;
  }

  #isOwn(path: string): boolean {
    const isLibrary = path.includes(`${sep}node_modules${sep}`);
    return !isLibrary && this.#roots.some((root) => path.startsWith(root));
  }
}

export function isTypeScript(path: string): boolean {
  return typeScript.test(path);
}

/** What the file's name or the nearest `package.json` says of a module; null where the source decides. */
export function declaredFormat(path: string): ModuleFormat | null {
  const extension = extname(path);
  if (extension === '.mts' || extension === '.mjs') {
    return 'module';
  }
  return extension === '.cts' || extension === '.cjs' ? 'commonjs' : packageFormat(dirname(path));
}

/** The TypeScript file that a relative import means by `./x` or `./x.js`, as a URL; null when there is none. */
export function typeScriptMeant(specifier: string, parentUrl: string | undefined): string | null {
  if (!/^\.{0,2}\//.test(specifier) || parentUrl?.startsWith('file:') !== true) {
    return null;
  }
  const wanted = fileURLToPath(new URL(specifier, parentUrl));
  const stem = wanted.replace(/\.([cm]?)jsx?$/, '.$1ts');
  const candidates = [stem, `${stem}x`, `${wanted}.ts`, `${wanted}.tsx`, join(wanted, 'index.ts')];
  const found = candidates.find((path) => isTypeScript(path) && isFile(path));
  return found === undefined ? null : pathToFileURL(found).href;
}

/** A module's source as hooks hand it on. */
export function sourceText(source: string | ArrayBuffer | NodeJS.TypedArray): string {
  if (typeof source === 'string') {
    return source;
  }
  return (
    ArrayBuffer.isView(source)
      ? Buffer.from(source.buffer, source.byteOffset, source.byteLength)
      : Buffer.from(source)
  ).toString();
}

function packageFormat(folder: string): ModuleFormat | null {
  try {
    const description: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const type: unknown =
      typeof description === 'object' && description !== null ? Reflect.get(description, 'type') : null;
    return type === 'module' || type === 'commonjs' ? type : null;
  } catch {
    const parent = dirname(folder);
    return parent === folder ? null : packageFormat(parent);
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function withSeparator(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}
