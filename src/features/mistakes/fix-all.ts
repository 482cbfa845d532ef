import type { TextDocument } from 'vscode';
import type { TextEdit } from '../../core/mistakes/finding';
import type { Checking } from './checking';
import { editsOfParts, unitOf } from './units';
import { wishesFor } from './wishes';

/**
 * The edits that apply all preferred fixes to a document as it is now, also those that only come up on the way; for a
 * cell those of its whole notebook.
 */
export async function fixAllEdits(
  document: TextDocument,
  { client }: Checking,
): Promise<readonly (readonly [TextDocument, TextEdit])[]> {
  const unit = unitOf(document);
  const wishes = unit && wishesFor(unit.uri);
  const edits = wishes && (await client.fixAll(unit.source, wishes.silence));
  return (edits && editsOfParts(unit, edits)) ?? [];
}
