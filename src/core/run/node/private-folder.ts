import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that nobody but this user can have written to, or null: what lies in it is run. */
export const privateFolder = ownFolder();

function ownFolder(): string | null {
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

export function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Writes a file in one step, since other runs may be reading it. */
export function keep(path: string, data: Buffer | string): void {
  try {
    writeFileSync(`${path}.${process.pid}`, data, { mode: 0o600 });
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // The next run will be as slow as this one, and as right.
  }
}
