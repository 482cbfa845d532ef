// What a checker keeps after a thousand files of a hundred lines, each checked once: in a process that does nothing else,
// which is this module run as a program with the language.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Language } from '../../../src/core/language';
import { assetsIn } from '../../../src/platform/assets';
import { diskChecker } from '../../../src/platform/checker';
import { endings, programs } from './programs';

const megabytes = () => Math.round(process.memoryUsage().rss / 1_000_000);

/** Prints the resident memory for a language before, after the first file, and after each further 250. */
export function memory(language: Language): void {
  const { status } = spawnSync(process.execPath, [...process.execArgv, __filename, language], {
    stdio: 'inherit',
  });
  if (status !== 0) {
    throw new Error(`The memory for ${language} was not measured.`);
  }
}

async function measure(language: Language): Promise<void> {
  const checker = diskChecker(assetsIn(path.resolve('dist')));
  const before = megabytes();
  const figures: number[] = [];
  for (let index = 0; index <= 1000; index += 1) {
    await checker.check({
      path: path.resolve(`bench/folder-${index % 20}/file-${index}${endings[language]}`),
      language,
      text: programs[language](100, index),
    });
    if (index === 1 || (index > 0 && index % 250 === 0)) {
      figures.push(megabytes());
    }
  }
  console.log(
    `memory, ${language}: ${before} MB before, ${figures.join(', ')} MB after 1, 250, 500, 750 and 1,000 files`,
  );
}

if (require.main === module) {
  void measure(process.argv[2] === 'python' ? 'python' : 'typescript');
}
