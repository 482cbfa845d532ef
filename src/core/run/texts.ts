import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** No file written by hand is as long as this, in bytes. */
const LONGEST = 1_000_000;

/**
 * The texts of a program's other files, by the paths that lead to them from its main file's folder. Left out is what
 * cannot be read, is no plain file, or is too long.
 */
export async function textsBeside(
  mainFile: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const file of files) {
    const text = await textOf(path.join(path.dirname(mainFile), file)).catch(() => null);
    if (text !== null) {
      texts.set(file, text);
    }
  }
  return texts;
}

async function textOf(file: string): Promise<string | null> {
  const found = await stat(file);
  return found.isFile() && found.size <= LONGEST ? readFile(file, 'utf8') : null;
}
