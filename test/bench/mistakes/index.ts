// How fast mistakes are found, beside the tools that learners may know. Usage: npm run build && npm run bench -- mistakes
import { existsSync } from 'node:fs';
import { editing } from './editing';
import { memory } from './memory';
import { comparedWithEslint, comparedWithPyright } from './peers';

/** Prints all figures; takes a few minutes. */
export async function run(): Promise<void> {
  if (!existsSync('dist/cli.js')) {
    throw new Error('There is nothing to measure yet: npm run build');
  }
  comparedWithEslint();
  comparedWithPyright();
  await editing();
  memory('python');
  memory('typescript');
}
