import { languageOf } from '../../../language';

/** A path with single `/` only, as the compiler wants it. */
export function forwardSlashes(path: string): string {
  return path.replaceAll(/[\\/]+/g, '/');
}

export function isAbsolutePath(path: string): boolean {
  return /^(?:\/|[A-Za-z]:\/)/.test(path);
}

/** The directory of a path, or undefined when the path is a root already. */
export function parentDirectory(path: string): string | undefined {
  const cut = path.lastIndexOf('/');
  if (cut < 0 || cut === path.length - 1) {
    return undefined;
  }
  const parent = path.slice(0, cut);
  return parent === '' || parent.endsWith(':') ? `${parent}/` : parent;
}

/** All directories from the one that holds `path` up to the root. */
export function directoriesAbove(path: string): readonly string[] {
  const found: string[] = [];
  for (let at = parentDirectory(path); at !== undefined; at = parentDirectory(at)) {
    found.push(at);
  }
  return found;
}

export function join(directory: string, name: string): string {
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
}

/** Whether a file does not change while somebody works: the language's library, and what is installed. */
export function isInstalled(path: string): boolean {
  return path.includes('/node_modules/');
}

/** An absolute path the compiler accepts; unsaved text gets one outside every folder. */
export function compilerPath(path: string): string {
  const slashed = forwardSlashes(path);
  const named = languageOf(slashed) === 'typescript' ? slashed : `${slashed}.ts`;
  return isAbsolutePath(named) ? named : `/unsaved/${named.replaceAll(/[^\w.-]/g, '-')}`;
}
