import { applyEdits, editsOf, selectFixes } from './apply';
import type { Finding } from './finding';

/** One fix may uncover the next finding, as when a caller becomes async; no program needs more rounds than this. */
const mostRounds = 20;

/** The text after applying preferred fixes until none is left. */
export async function fixAll(
  text: string,
  check: (text: string) => Promise<readonly Finding[]>,
): Promise<string> {
  let fixed = text;
  for (let round = 0; round < mostRounds; round++) {
    const fixes = selectFixes(await check(fixed));
    if (fixes.length === 0) {
      break;
    }
    fixed = applyEdits(fixed, editsOf(fixes));
  }
  return fixed;
}
