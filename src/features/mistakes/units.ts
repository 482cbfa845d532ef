import { NotebookCellKind, workspace, type NotebookDocument, type TextDocument, type Uri } from 'vscode';
import type { TextEdit, TextRange } from '../../core/mistakes/finding';
import type { Review } from '../../core/mistakes/engine';
import { shifted, shiftedRange } from '../../core/mistakes/shift';
import type { SourceDocument } from '../../core/mistakes/source';
import { editorLanguages, fileEndings } from '../ids';

/** What is checked at once: a document, or all Python cells of a notebook as one program. */
export interface Unit {
  /** Whose settings count. */
  readonly uri: Uri;
  readonly source: SourceDocument;
  readonly parts: readonly Part[];
}

/** A document in a unit, from `start` on in its text. */
interface Part {
  readonly document: TextDocument;
  readonly version: number;
  readonly start: number;
  readonly end: number;
}

/** The unit that a document belongs to; undefined for what the learner does not write, and for other languages. */
export function unitOf(document: TextDocument): Unit | undefined {
  const notebook = workspace.notebookDocuments.find((one) =>
    one.getCells().some((cell) => cell.document === document),
  );
  return notebook === undefined ? single(document) : cells(notebook);
}

function single(document: TextDocument): Unit | undefined {
  const { uri, languageId, version } = document;
  const language = editorLanguages[languageId];
  if (language === undefined || !isWritten(uri)) {
    return undefined;
  }
  const text = document.getText();
  const path = uri.scheme === 'file' ? uri.fsPath : `${uri.path}.${fileEndings[languageId] ?? 'txt'}`;
  return {
    uri,
    source: { path, language, text },
    parts: [{ document, version, start: 0, end: text.length }],
  };
}

/** A line that only a notebook understands. */
const magic = /^([ \t]*)[%!]/gm;

function cells(notebook: NotebookDocument): Unit | undefined {
  if (!isWritten(notebook.uri)) {
    return undefined;
  }
  const parts: Part[] = [];
  let text = '';
  for (const { kind, document } of notebook.getCells()) {
    const own = document.getText();
    if (kind === NotebookCellKind.Code && document.languageId === 'python' && !own.startsWith('%%')) {
      const start = text.length;
      text += `${own.replace(magic, '$1#')}\n`;
      parts.push({ document, version: document.version, start, end: text.length });
    }
  }
  return { uri: notebook.uri, source: { path: notebook.uri.fsPath, language: 'python', text }, parts };
}

/** True for what the learner writes: not for libraries, nor for old versions of files. */
function isWritten({ scheme, path }: Uri): boolean {
  return (
    (scheme === 'untitled' || workspace.fs.isWritableFileSystem(scheme) === true) &&
    !/\/(node_modules|site-packages)\//.test(path)
  );
}

/** The part of a unit's review that speaks of one of its documents, in that document's own offsets. */
export function reviewOf({ findings, unknown }: Review, { start, end }: Part): Review {
  const isHere = (range: TextRange) => range.start >= start && range.end <= end;
  return {
    findings: findings.filter(isHere).map((finding) =>
      shifted(
        {
          ...finding,
          fixes: finding.fixes.filter(({ edits }) => edits.every(isHere)),
          related: finding.related.filter((place) => place.path !== undefined || isHere(place)),
        },
        -start,
      ),
    ),
    unknown: unknown.filter(isHere).map((range) => shiftedRange(range, -start)),
  };
}

/** Where a range of one of a unit's documents lies in the unit's text. */
export function rangeInUnit<T extends TextRange>({ parts }: Unit, document: TextDocument, range: T): T {
  const start = parts.find((part) => part.document === document)?.start ?? 0;
  return shiftedRange(range, start);
}

/** Edits of a unit's text as edits of its documents; undefined when one lies in none of them alone. */
export function editsOfParts(
  { parts }: Unit,
  edits: readonly TextEdit[],
): readonly (readonly [TextDocument, TextEdit])[] | undefined {
  const placed = edits.map((edit) => {
    const part = parts.findLast(({ start, end }) => edit.start >= start && edit.end <= end);
    return part && ([part.document, shiftedRange(edit, -part.start)] as const);
  });
  return placed.every((one) => one !== undefined) ? placed : undefined;
}
