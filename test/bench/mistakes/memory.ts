// What a checker keeps after a thousand files of a hundred lines, each checked once.
import path from 'node:path';
import { assetsIn } from '../../../src/platform/assets';
import { diskChecker } from '../../../src/platform/checker';
import { typescriptProgram } from './programs';

const megabytes = () => Math.round(process.memoryUsage().rss / 1_000_000);

/** Prints the resident memory of this process before, after the first file, and after each further 250. */
export async function memory(): Promise<void> {
  const checker = diskChecker(assetsIn(path.resolve('dist')));
  const before = megabytes();
  const figures: number[] = [];
  for (let index = 0; index <= 1000; index += 1) {
    const text = typescriptProgram(100, index);
    await checker.check({
      path: path.resolve(`bench/folder-${index % 20}/file-${index}.ts`),
      language: 'typescript',
      text,
    });
    if (index === 1 || (index > 0 && index % 250 === 0)) {
      figures.push(megabytes());
    }
  }
  console.log(`memory: ${before} MB before, ${figures.join(', ')} MB after 1, 250, 500, 750 and 1,000 files`);
}
