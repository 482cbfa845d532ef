import type { Language } from '../../language';
import { applyEdits } from '../apply';
import type { TextEdit } from '../finding';
import type { SourceDocument } from '../source';
import type { ReadComments } from './comments';
import { directivesIn } from './directives';
import { linesOf, type Lines } from './lines';
import { suppressionIn, type Place } from './suppression';

type Candidates = (place: Place, lines: Lines, text: string) => readonly TextEdit[];

/** The comment of another tool that speaks of the line below it, and must stay right above that line. */
const belowIt = /^\s*\/\/.*(?:-next-line|@ts-)/;

const candidates: Readonly<Record<Language, Candidates>> = {
  python: ({ mistake, start, end }, lines) =>
    [...new Set([lines.at(start), lines.at(end)])]
      .filter((line) => !lines.text(line).endsWith('\\'))
      .map((line) =>
        insertion(
          lines.start(line) + lines.text(line).trimEnd().length,
          `  # async-tutor: ignore[${mistake}]`,
        ),
      ),
  typescript: ({ mistake, start }, lines, text) => {
    let line = lines.at(start);
    const indent = /^\s*/.exec(lines.text(line))?.[0] ?? '';
    while (line > 0 && belowIt.test(lines.text(line - 1))) {
      line--;
    }
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    return [insertion(lines.start(line), `${indent}// async-tutor-disable-next-line ${mistake}${lineEnd}`)];
  },
};

/** The edit that silences one finding by a comment; undefined where no comment can stand that would do it. */
export function ignoreEdit(document: SourceDocument, place: Place, read: ReadComments): TextEdit | undefined {
  const { language, text } = document;
  const lines = linesOf(text);
  const present = directivesIn(document, read)
    .filter(({ line, namesNone }) => line !== undefined && !namesNone)
    .map(({ idsEnd }) => insertion(idsEnd, `, ${place.mistake}`));
  return [...present, ...candidates[language](place, lines, text)].find((edit) =>
    silences(document, place, edit, read),
  );
}

/** Tries an edit: what it adds must be read as a comment that silences the finding where it stands then. */
function silences(document: SourceDocument, place: Place, edit: TextEdit, read: ReadComments): boolean {
  const moved = edit.start <= place.start ? edit.newText.length : 0;
  const grown = edit.start < place.end ? edit.newText.length : 0;
  const then = { ...place, start: place.start + moved, end: place.end + grown };
  const text = applyEdits(document.text, [edit]);
  return suppressionIn({ ...document, text }, read).silences(then);
}

function insertion(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}
