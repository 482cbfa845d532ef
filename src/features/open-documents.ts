import { workspace, type TextDocument, type Uri } from 'vscode';

/** The document that is open at a place, given as a URI or its text; undefined when none is. */
export function openDocumentAt(place: Uri | string | null): TextDocument | undefined {
  const wanted = place?.toString();
  return workspace.textDocuments.find(({ uri }) => uri.toString() === wanted);
}
