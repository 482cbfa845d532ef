import { workspace, type TextDocument, type Uri } from 'vscode';

/** The document that is open at a place, given as a URI or its text; undefined when none is. */
export function openDocumentAt(place: Uri | string | null): TextDocument | undefined {
  const wanted = place?.toString();
  return workspace.textDocuments.find(({ uri }) => uri.toString() === wanted);
}

/** Saves what was changed in a document; false when that cannot be done. The editor may save by itself at the same time. */
export async function saved(document: TextDocument): Promise<boolean> {
  const isSaved = () => !document.isDirty;
  return isSaved() || (await document.save()) || isSaved();
}
