import type { Language } from '../../language';
import { mistakeIds, type MistakeId } from '../catalogue';
import type { TextRange } from '../finding';
import type { SourceDocument } from '../source';
import type { ReadComments } from './comments';
import { linesOf, type Lines } from './lines';

/** A comment that silences mistakes, on one line or, without a line, in the whole file. */
export interface Directive {
  /** Counted from 0. */
  readonly line?: number;
  /** All mistakes when it names none. */
  readonly mistakes: readonly MistakeId[];
  readonly namesNone: boolean;
  /** Where the last of its ids ends. */
  readonly idsEnd: number;
  readonly unknown: readonly UnknownMistake[];
}

/** An id in such a comment that no mistake has. */
export interface UnknownMistake extends TextRange {
  readonly name: string;
}

const ids = String.raw`[a-z][\w-]*(?:[ \t]*,[ \t]*[a-z][\w-]*)*`;
const patterns: Readonly<Record<Language, RegExp>> = {
  python: new RegExp(
    String.raw`#[ \t]*async-tutor:[ \t]*ignore(?<file>-file)?(?![\w-])(?:\[[ \t]*(?<ids>${ids})?[^\]\r\n]*\])?`,
    'dg',
  ),
  typescript: new RegExp(
    String.raw`\/[/*]+[ \t]*async-tutor-disable(?<line>-next-line)?(?![\w-])(?:[ \t]+(?<ids>${ids}))?`,
    'dg',
  ),
};
const wholeComment = /^\s*(?:\/\/|\/\*.*\*\/\s*$|\{\s*\/\*.*\*\/\s*\}\s*$)/;

/** The directives in a document's comments, in order. */
export function directivesIn(document: SourceDocument, read: ReadComments): readonly Directive[] {
  const { language, path, text } = document;
  const matches = text.includes('async-tutor') ? [...text.matchAll(patterns[language])] : [];
  if (matches.length === 0) {
    return [];
  }
  const inComment = read(text, path);
  const lines = linesOf(text);
  return matches.filter(({ index }) => inComment(index)).map((match) => directive(match, lines, language));
}

function directive(match: RegExpExecArray, lines: Lines, language: Language): Directive {
  const end = match.index + match[0].length;
  const [start, idsEnd] = match.indices?.groups?.['ids'] ?? [end, end];
  const named = [...(match.groups?.['ids'] ?? '').matchAll(/[\w-]+/g)].map(({ 0: name, index }) => ({
    ...{ name, start: start + index, end: start + index + name.length },
  }));
  const here = lines.at(match.index);
  const isLine =
    language === 'python' ? match.groups?.['file'] === undefined : match.groups?.['line'] !== undefined;
  return {
    ...(isLine && { line: language === 'python' ? here : nextLine(here, lines) }),
    mistakes: named.flatMap(({ name }) => mistakeIds.filter((id) => id === name)),
    namesNone: named.length === 0,
    idsEnd,
    unknown: named.filter(({ name }) => !mistakeIds.some((id) => id === name)),
  };
}

/** The next line that is not a comment: directives of several tools stand above one line. */
function nextLine(line: number, lines: Lines): number {
  let next = line + 1;
  while (next < lines.count && wholeComment.test(lines.text(next))) {
    next++;
  }
  return next;
}
