import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { reasonOf } from '../core/reason';
import { languageOf, type Language } from '../core/language';
import { longestText, type SourceDocument } from '../core/mistakes/source';

const byteOrderMark = '\uFEFF';

/** A text that can be checked, or one sentence on why it cannot. */
export interface Given {
  /** As it was named. */
  readonly path: string;
  readonly language: Language | null;
  /** Stands before the text in the file: a byte order mark, or nothing. */
  readonly mark: string;
  readonly text: string;
  readonly error: string | null;
}

/** Reads a file of one of our languages. */
export async function readGiven(file: string): Promise<Given> {
  try {
    return given(file, await readFile(file, 'utf8'));
  } catch (error) {
    return failed(file, `It cannot be read: ${reasonOf(error)}`);
  }
}

/** A text that came from elsewhere, under the name of a file. */
export function given(file: string, content: string): Given {
  const language = languageOf(file);
  if (language === undefined) {
    return failed(file, 'This is neither a Python nor a TypeScript or JavaScript file.');
  }
  if (content.includes('\0')) {
    return failed(file, 'This is not a text file.');
  }
  if (content.length > longestText) {
    return failed(file, 'It is too large to be checked: more than a million characters.');
  }
  const mark = content.startsWith(byteOrderMark) ? byteOrderMark : '';
  return { path: file, language, mark, text: content.slice(mark.length), error: null };
}

/** What was named and cannot be checked. */
export function failed(file: string, error: string): Given {
  return { path: file, language: languageOf(file) ?? null, mark: '', text: '', error };
}

/** The document that the checker takes, or undefined where there is none. */
export function documentOf({ path: file, language, text }: Given): SourceDocument | undefined {
  return language === null ? undefined : { path: path.resolve(file), language, text };
}
