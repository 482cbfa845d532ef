import type { Finding, Fix, TextEdit } from './finding';

/**
 * The preferred fixes that can be applied together, in the order of their findings. Where two fixes want to change
 * one place differently, the later waits for another round; the very same edit wanted by two counts once.
 */
export function selectFixes(findings: readonly Pick<Finding, 'fixes'>[]): readonly Fix[] {
  const selected: Fix[] = [];
  const taken: TextEdit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ preferred }) => preferred);
    if (fix !== undefined && !fix.edits.some((edit) => taken.some((other) => clash(edit, other)))) {
      selected.push(fix);
      taken.push(...fix.edits);
    }
  }
  return selected;
}

/** The edits of fixes that go together: sorted, each once. */
export function editsOf(fixes: readonly Fix[]): readonly TextEdit[] {
  const edits = fixes.flatMap((fix) => fix.edits);
  return edits
    .filter((edit, place) => edits.findIndex((other) => same(edit, other)) === place)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The text with the edits applied; they are sorted and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let place = 0;
  for (const { start, end, newText } of edits) {
    result += text.slice(place, start) + newText;
    place = end;
  }
  return result + text.slice(place);
}

function clash(a: TextEdit, b: TextEdit): boolean {
  if (same(a, b)) {
    return false;
  }
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

function same(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}
