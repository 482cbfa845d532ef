import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { FileReader } from '../core/mistakes/source';

function stat(path: string): ReturnType<typeof statSync> {
  return statSync(path, { throwIfNoEntry: false });
}

function orElse<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** The file system of this machine, read only. */
export const diskFiles: FileReader = {
  read: (path) => orElse(() => readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), undefined),
  isFile: (path) => orElse(() => stat(path)?.isFile() ?? false, false),
  isDirectory: (path) => orElse(() => stat(path)?.isDirectory() ?? false, false),
  list: (path) => orElse(() => readdirSync(path), []),
};

/** Files as they are in an editor: a path's text in `unsaved` counts in place of what is on disk. */
export function filesOver(
  unsaved: ReadonlyMap<string, string>,
  upcoming: () => readonly string[],
): FileReader {
  return {
    ...diskFiles,
    upcoming,
    read: (path) => unsaved.get(path) ?? diskFiles.read(path),
    isFile: (path) => unsaved.has(path) || diskFiles.isFile(path),
  };
}
