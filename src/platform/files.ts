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
  read: (path) => orElse(() => readFileSync(path, 'utf8'), undefined),
  isFile: (path) => orElse(() => stat(path)?.isFile() ?? false, false),
  isDirectory: (path) => orElse(() => stat(path)?.isDirectory() ?? false, false),
  list: (path) => orElse(() => readdirSync(path), []),
};
