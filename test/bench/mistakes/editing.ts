// From an edit to its findings in the editor's worker: each edit types one letter somewhere in the middle.
import path from 'node:path';
import type { Language } from '../../../src/core/language';
import { AnalysisClient } from '../../../src/platform/analysis/client';
import { endings, programs } from './programs';

const edits = 60;

/** Prints the first check's time and the distribution of the following ones', for 100, 500 and 2,000 lines. */
export async function editing(): Promise<void> {
  console.log(
    'edit to findings              first  median     p95   (goals for 500 lines, p95: TypeScript 100 ms, Python 10 ms)',
  );
  for (const language of ['typescript', 'python'] as const) {
    for (const lines of [100, 500, 2000]) {
      await measured(language, lines);
    }
  }
}

async function measured(language: Language, lines: number): Promise<void> {
  const client = new AnalysisClient({
    script: path.resolve('dist/analysis-worker.js'),
    patienceMs: 60_000,
    onProblem: ({ reason }) => {
      throw new Error(reason);
    },
  });
  const text = programs[language](lines);
  const place = text.indexOf('orders', text.length / 2);
  const check = async (typed: string) => {
    const edited = text.slice(0, place) + typed + text.slice(place);
    const begun = performance.now();
    await client.review({ path: path.resolve(`bench${endings[language]}`), language, text: edited });
    return performance.now() - begun;
  };
  const first = await check('');
  const took: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    took.push(await check('x'.repeat(edit % 7)));
  }
  await client.dispose();
  took.sort((a, b) => a - b);
  const at = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0;
  const figures = [first, at(0.5), at(0.95)].map((ms) => `${ms.toFixed(0)} ms`.padStart(8)).join('');
  console.log(`${`${language}, ${lines} lines`.padEnd(26)}${figures}`);
}
