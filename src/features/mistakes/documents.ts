import { workspace, type TextDocument } from 'vscode';
import type { SourceDocument } from '../../core/mistakes/source';
import { editorLanguages, fileEndings, setting } from '../ids';

/** Longer texts are not checked while typing, in UTF-16 units: they are generated, not written. */
export const longestText = 1024 * 1024;

/** True for a document that the learner writes, in a language of ours: not for libraries, nor for old versions of files. */
export function isChecked(document: TextDocument): boolean {
  const { uri, languageId } = document;
  return (
    editorLanguages[languageId] !== undefined &&
    (uri.scheme === 'untitled' || workspace.fs.isWritableFileSystem(uri.scheme) === true) &&
    !/\/(node_modules|site-packages)\//.test(uri.path) &&
    setting('diagnostics.enabled', uri)
  );
}

/** The document as the checker takes it, or undefined in a language that it does not know. */
export function sourceOf(document: TextDocument): SourceDocument | undefined {
  const { uri, languageId } = document;
  const language = editorLanguages[languageId];
  return (
    language && {
      path: uri.scheme === 'file' ? uri.fsPath : `${uri.path}.${fileEndings[languageId] ?? 'txt'}`,
      language,
      text: document.getText(),
    }
  );
}
