import { coroutines, classes, gives } from '../library/facts';
import { blocking } from '../library/blocking';
import type { FileReader } from '../../source';

const markers = ['pyproject.toml', 'setup.py', 'setup.cfg', '.git'];
const highest = 8;

const libraryModules: ReadonlySet<string> = new Set([
  'builtins',
  'functools',
  'typing',
  'contextlib',
  'abc',
  'dataclasses',
  'collections',
  'logging',
  'os',
  'sys',
  'json',
  ...[coroutines, classes, gives, blocking].flatMap((table) =>
    [...table.keys()].map((path) => path.split('.')[0] ?? path),
  ),
]);

/**
 * The workspace file that a module name means, seen from the file at `from` (an absolute path).
 * Absolute names are looked up beside the file and in the folders above it, up to the project's root.
 */
export function findModule(name: string, from: string, files: FileReader): string | undefined {
  const slash = from.includes('\\') ? '\\' : '/';
  const folder = parentOf(from);
  if (folder === undefined) {
    return undefined;
  }
  const dots = /^\.*/.exec(name)?.[0].length ?? 0;
  const parts = name.slice(dots).split('.').filter(Boolean);
  if (dots > 0) {
    let base: string | undefined = folder;
    for (let level = 1; level < dots; level += 1) {
      base = base === undefined ? undefined : parentOf(base);
    }
    return base === undefined ? undefined : moduleAt([base, ...parts].join(slash), slash, files);
  }
  if (libraryModules.has(parts[0] ?? '')) {
    return undefined;
  }
  for (const root of roots(folder, slash, files)) {
    const found = moduleAt([root, ...parts].join(slash), slash, files);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function moduleAt(path: string, slash: string, files: FileReader): string | undefined {
  const candidates = [`${path}.py`, `${path}${slash}__init__.py`];
  return candidates.find((candidate) => files.isFile(candidate));
}

function roots(folder: string, slash: string, files: FileReader): readonly string[] {
  const above: string[] = [];
  let current: string | undefined = folder;
  let packageRoot = folder;
  for (let level = 0; current !== undefined && level < highest; level += 1) {
    const here: string = current;
    above.push(here);
    if (files.isFile(`${here}${slash}__init__.py`)) {
      packageRoot = parentOf(here) ?? here;
    }
    if (
      markers.some(
        (marker) => files.isFile(`${here}${slash}${marker}`) || files.isDirectory(`${here}${slash}${marker}`),
      )
    ) {
      return [...above, `${here}${slash}src`];
    }
    current = parentOf(here);
  }
  return [folder, packageRoot];
}

function parentOf(path: string): string | undefined {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return end > 0 ? path.slice(0, end) : undefined;
}
