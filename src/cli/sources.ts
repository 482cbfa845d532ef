import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { languageOf } from '../core/language';

/** Folders that hold other people's code or what tools made. */
const skipped = new Set(['node_modules', '__pycache__', 'dist', 'out', 'build', 'venv', 'site-packages']);

/** Files to check, in order, each once; and the paths that do not exist. */
export interface Sources {
  readonly files: readonly string[];
  readonly missing: readonly string[];
}

/** Expands folders to the files of our languages in them; files that are named stay, whatever they are. */
export async function findSources(paths: readonly string[]): Promise<Sources> {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const given of paths) {
    const found = await stat(given).catch(() => undefined);
    if (found === undefined) {
      missing.push(given);
    } else if (found.isDirectory()) {
      await walk(given, files);
    } else {
      files.add(given);
    }
  }
  return { files: [...files], missing };
}

async function walk(folder: string, files: Set<string>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const entryPath = path.join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name) && !entry.name.startsWith('.')) {
      await walk(entryPath, files);
    } else if (entry.isFile() && languageOf(entry.name) !== undefined) {
      files.add(entryPath);
    }
  }
}
