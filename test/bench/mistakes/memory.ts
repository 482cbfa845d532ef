// What a checker keeps after a thousand files of a hundred lines, each checked once.
import path from 'node:path';
import type { Language } from '../../../src/core/language';
import { assetsIn } from '../../../src/platform/assets';
import { diskChecker } from '../../../src/platform/checker';
import { endings, programs } from './programs';

const megabytes = () => Math.round(process.memoryUsage().rss / 1_000_000);

/**
 * Prints the resident memory of this process for a language before, after the first file, and after each further 250.
 */
export async function memory(language: Language): Promise<void> {
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
