import { existsSync, readdirSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import picomatch from 'picomatch';
import { languageOf } from '../core/language';
import { ignoredAbove, ignoredIn, type Ignored } from './ignored';

/** Folders that hold other people's code or what tools made. */
const skipped = new Set(['node_modules', '__pycache__', 'dist', 'out', 'build', 'venv', 'site-packages']);

/** Files to check, in order, each once; and why something that was named gave none. */
export interface Sources {
  readonly files: readonly string[];
  readonly problems: readonly { readonly path: string; readonly error: string }[];
}

/**
 * Expands folders and globs to the files of our languages in them, without what git ignores. Files that are named stay,
 * whatever they are.
 */
export function findSources(paths: readonly string[]): Sources {
  const files = new Map<string, string>();
  const problems: { path: string; error: string }[] = [];
  const add = (file: string) => {
    const place = path.resolve(file);
    files.set(place, files.get(place) ?? file);
  };
  const report = (folder: string) => {
    problems.push({ path: folder, error: l10n.t('This folder cannot be read.') });
  };
  for (const given of paths) {
    const { base, glob } = picomatch.scan(given);
    if (existsSync(given)) {
      if (statSync(given).isDirectory()) {
        walk(given, ignoredAbove(given), add, report);
      } else {
        add(given);
      }
    } else if (glob === '') {
      problems.push({ path: given, error: l10n.t('There is no such file or folder.') });
    } else {
      const before = files.size;
      const isMatch = picomatch(given);
      const folder = base === '' ? '.' : base;
      const addMatch = (file: string) => {
        if (isMatch(file)) {
          add(file);
        }
      };
      if (existsSync(folder)) {
        walk(folder, ignoredAbove(folder), addMatch, report);
      }
      if (files.size === before) {
        problems.push({ path: given, error: l10n.t('No file matches.') });
      }
    }
  }
  return { files: [...files.values()], problems };
}

function walk(
  folder: string,
  above: Ignored,
  add: (file: string) => void,
  report: (folder: string) => void,
): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    report(folder);
    return;
  }
  const ignored = ignoredIn(above, path.resolve(folder));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name) && !entry.name.startsWith('.') && !ignored(place, true)) {
        walk(place, ignored, add, report);
      }
    } else if (entry.isFile() && languageOf(entry.name) !== undefined && !ignored(place, false)) {
      add(place);
    }
  }
}
