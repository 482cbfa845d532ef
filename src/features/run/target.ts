import path from 'node:path';
import { l10n, Uri, window, workspace, type TextDocument } from 'vscode';
import type { Language } from '../../core/language';
import { editorLanguages, fileEndings } from '../ids';
import { saved } from '../open-documents';

/** A program that is ready to be run. */
export interface Target {
  /** The document that the learner sees. */
  readonly document: Uri;
  readonly language: Language;
  readonly name: string;
  /** Path of what is run: the document itself, or a copy of its text where it has no file. */
  readonly file: string;
  readonly cwd: string;
}

/** The language a document would be run in, or undefined when it is none of ours. */
function runnableLanguage(document: TextDocument): Language | undefined {
  return editorLanguages[document.languageId];
}

/** Makes a document ready to run: a changed file is saved, a text without a file is copied into `storage`. */
export async function prepare(document: TextDocument, storage: Uri): Promise<Target | string> {
  const language = runnableLanguage(document);
  if (language === undefined) {
    return l10n.t('Async Tutor runs Python, TypeScript and JavaScript files.');
  }
  const name = path.posix.basename(document.uri.path);
  const folder = workspace.getWorkspaceFolder(document.uri) ?? workspace.workspaceFolders?.[0];
  const place = folder?.uri.scheme === 'file' ? folder.uri.fsPath : undefined;
  if (document.uri.scheme === 'file') {
    if (!(await saved(document))) {
      return l10n.t('{0} could not be saved, so it was not run.', name);
    }
    const file = document.uri.fsPath;
    const own = workspace.getWorkspaceFolder(document.uri) === undefined ? undefined : place;
    return { document: document.uri, language, name, file, cwd: own ?? path.dirname(file) };
  }
  const stem = name.replace(/\.\w+$/, '').replace(/[^\w-]+/g, '_');
  const copy = Uri.joinPath(storage, 'unsaved', `${stem}.${fileEndings[document.languageId] ?? 'txt'}`);
  await workspace.fs.writeFile(copy, Buffer.from(document.getText()));
  return {
    document: document.uri,
    language,
    name,
    file: copy.fsPath,
    cwd: place ?? path.dirname(copy.fsPath),
  };
}

/** The document that a command was called for: the given one, else the one in front of the learner. */
export async function documentFrom(argument: unknown): Promise<TextDocument | undefined> {
  return argument instanceof Uri ? workspace.openTextDocument(argument) : window.activeTextEditor?.document;
}
