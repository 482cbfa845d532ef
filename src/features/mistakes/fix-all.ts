import diff from 'fast-diff';
import type { TextDocument } from 'vscode';
import type { TextEdit } from '../../core/mistakes/finding';
import type { Checking } from './checking';
import { unitOf } from './units';
import { wishesFor } from './wishes';

/** The edits that apply all preferred fixes to a document as it is now, also those that only come up on the way. */
export async function fixAllEdits(
  document: TextDocument,
  { client }: Checking,
): Promise<readonly TextEdit[]> {
  const unit = unitOf(document);
  const wishes = unit && wishesFor(unit.uri);
  if (unit === undefined || wishes === undefined || unit.uri !== document.uri) {
    return [];
  }
  const fixed = await client.fixAll(unit.source, wishes.silence);
  return fixed === undefined ? [] : changes(unit.source.text, fixed);
}

/** What turns one text into another, as small as it gets: cursors and folds around it stay. */
function changes(before: string, after: string): readonly TextEdit[] {
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
