import diff from 'fast-diff';
import type { TextEdit } from '../../core/mistakes/finding';

/** What turns one text into another, as small as it gets: cursors and folds around it stay. */
export function changes(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let place = 0;
  for (const [kind, text] of diff(before, after)) {
    const end = kind === diff.INSERT ? place : place + text.length;
    if (kind !== diff.EQUAL) {
      edits.push({ start: place, end, newText: kind === diff.INSERT ? text : '' });
    }
    place = end;
  }
  return edits;
}
