import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { languageOf } from '../core/language';
import type { Checker } from '../core/mistakes/engine';
import { assetsIn, distDirectory } from '../platform/assets';
import { diskChecker } from '../platform/checker';
import { fixAll } from '../core/mistakes/fix-all';
import { reports, type CheckedFile } from './report';
import { findSources } from './sources';
import { choice, UsageError } from './usage';

const byteOrderMark = '\uFEFF';

/** `async-tutor check`: prints a report and gives the exit code. Wrong usage throws a UsageError. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, fix: { type: 'boolean', default: false } },
  });
  const format = choice('--format', values.format, ['text', 'json']);
  if (positionals.length === 0) {
    throw new UsageError('check needs the path of a file or a folder.');
  }
  const { files, missing } = await findSources(positionals);
  const checker = diskChecker(assetsIn(distDirectory()));
  const checked: CheckedFile[] = missing.map((given) => failed(given, 'There is no such file or folder.'));
  for (const file of files) {
    checked.push(await checkFile(checker, file, values.fix));
  }
  for (const { path: given, error } of checked.filter(({ error }) => error !== null)) {
    process.stderr.write(`${given}: ${error ?? ''}\n`);
  }
  process.stdout.write(reports[format](checked));
  if (checked.some(({ findings }) => findings.length > 0)) {
    return 1;
  }
  return missing.length > 0 ? 2 : 0;
}

const failed = (given: string, error: string): CheckedFile => ({
  ...{ path: given, language: languageOf(given) ?? null, text: '', findings: [], error },
});

async function checkFile(checker: Checker, given: string, fix: boolean): Promise<CheckedFile> {
  const language = languageOf(given);
  if (language === undefined) {
    return failed(given, 'This is neither a Python nor a TypeScript or JavaScript file.');
  }
  try {
    const content = await readFile(given, 'utf8');
    if (content.includes('\0')) {
      return failed(given, 'This is not a text file.');
    }
    const mark = content.startsWith(byteOrderMark) ? byteOrderMark : '';
    const found = (text: string) => checker.check({ path: path.resolve(given), language, text });
    const original = content.slice(mark.length);
    const text = fix ? await fixAll(original, found) : original;
    if (text !== original) {
      await writeFile(given, mark + text);
    }
    return { path: given, language, text, findings: await found(text), error: null };
  } catch (error) {
    return failed(
      given,
      `It could not be checked: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
