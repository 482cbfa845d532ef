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
  return (await client.fixAll(unit.source, wishes.silence)) ?? [];
}
