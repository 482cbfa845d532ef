import path from 'node:path';
import type { FileReader } from '../../../../../src/core/mistakes/source';
import { createChecker } from '../../../../../src/core/mistakes/engine';
import type { Finding } from '../../../../../src/core/mistakes/finding';
import { loadTypeScriptRules } from '../../../../../src/core/mistakes/typescript';
import { diskFiles } from '../../../../../src/platform/files';

export const root = path.resolve(import.meta.dirname, '../../../../..');

/** The files of this machine, and above them a few that exist for one test only. */
export function diskWith(extra: Readonly<Record<string, string>>): FileReader {
  const isAbove = (name: string) => Object.keys(extra).some((file) => file.startsWith(`${name}/`));
  return {
    read: (name) => extra[name] ?? diskFiles.read(name),
    isFile: (name) => name in extra || diskFiles.isFile(name),
    isDirectory: (name) => isAbove(name) || diskFiles.isDirectory(name),
    list: (name) => [
      ...diskFiles.list(name),
      ...Object.keys(extra)
        .filter((file) => path.posix.dirname(file) === name)
        .map((file) => path.posix.basename(file)),
    ],
  };
}

const checkers = new WeakMap<FileReader, ReturnType<typeof createChecker>>();

/** What the checker finds in a text; the checker lives as long as the tests do, as it does in the editor. */
export function check(
  text: string,
  name = 'lesson.mts',
  files: FileReader = diskFiles,
): Promise<readonly Finding[]> {
  const known = checkers.get(files);
  const checker =
    known ??
    createChecker({
      python: () => Promise.reject(new Error('not asked for here')),
      typescript: () => loadTypeScriptRules({ files, nodeTypes: path.join(root, 'dist/types') }),
    });
  checkers.set(files, checker);
  return checker.check({ path: name, language: 'typescript', text });
}

/** A text after one of its fixes. */
export function apply(text: string, edits: Finding['fixes'][number]['edits']): string {
  return [...edits]
    .reverse()
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
