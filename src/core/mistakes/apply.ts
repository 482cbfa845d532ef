import type { Finding, Fix, TextEdit } from './finding';

/** A fix can bring another finding to light; after so many rounds nothing new is expected. */
const mostRounds = 10;

/** The text with the edits applied, which may come in any order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let place = 0;
  for (const { start, end, newText } of sorted(edits)) {
    result += text.slice(place, start) + newText;
    place = end;
  }
  return result + text.slice(place);
}

/**
 * The edits of the fixes that go together, sorted. A fix that wants to change a place differently from an earlier one
 * is left out as a whole; the very same edit wanted by two counts once.
 */
export function compatibleEdits(fixes: readonly Fix[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { edits } of fixes) {
    if (!edits.some((edit) => taken.some((other) => clash(edit, other)))) {
      taken.push(...edits.filter((edit) => !taken.some((other) => same(edit, other))));
    }
  }
  return sorted(taken);
}

/** The fix of each finding that may be applied without asking, where it has one. */
export function preferredFixes(findings: readonly Pick<Finding, 'fixes'>[]): readonly Fix[] {
  return findings.flatMap(({ fixes }) => fixes.find(({ preferred }) => preferred) ?? []);
}

/** The text with every preferred fix applied, round after round, until `check` finds none that can be. */
export async function fixAll(
  text: string,
  check: (text: string) => Promise<readonly Finding[]>,
): Promise<string> {
  let fixed = text;
  for (let round = 0; round < mostRounds; round++) {
    const edits = compatibleEdits(preferredFixes(await check(fixed)));
    if (edits.length === 0) {
      break;
    }
    fixed = applyEdits(fixed, edits);
  }
  return fixed;
}

function sorted(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function clash(a: TextEdit, b: TextEdit): boolean {
  return !same(a, b) && (a.start === b.start || (a.start < b.end && b.start < a.end));
}

function same(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}
