import type { Language } from '../language';
import { catalogue, mistakeIds, type MistakeId } from './catalogue';
import type { Finding, RuleFinding, TextEdit } from './finding';
import { isSilenced, noSilence, type Silence } from './silence';
import type { SourceDocument } from './source';
import type { ReadComments } from './suppression/comments';
import type { UnknownMistake } from './suppression/directives';
import { ignoreEdit } from './suppression/ignore';
import { suppressionIn, type Place } from './suppression/suppression';
import type { FirstError } from './syntax/first-error';

/** What rules found in a document, in any order; a mistake that a language does not have is absent. */
export type Found = Readonly<Partial<Record<MistakeId, readonly RuleFinding[]>>>;

/** What one language contributes. */
export type LanguageRules = (document: SourceDocument) => Found;

/** Findings of a document, and ids in its comments that silence nothing because no mistake has them. */
export interface Review {
  readonly findings: readonly Finding[];
  readonly unknown: readonly UnknownMistake[];
}

/** Checks documents. A checker never throws for what a document contains, however broken. */
export interface Checker {
  /** Findings sorted by where they start, without those that a comment or `silence` keeps quiet. */
  check(document: SourceDocument, silence?: Silence): Promise<readonly Finding[]>;
  /** The same, and what is wrong with the comments that silence findings. */
  review(document: SourceDocument, silence?: Silence): Promise<Review>;
  /** Where the first piece begins that could not be understood, so that nothing is found around it. */
  firstError(document: SourceDocument): Promise<number | undefined>;
  /** The edit that silences one finding by a comment; undefined where no comment can stand. */
  ignore(document: SourceDocument, place: Place): Promise<TextEdit | undefined>;
}

type Loaders<T> = Readonly<Record<Language, () => Promise<T>>>;

/** How a language's text is read, apart from its meaning. */
export interface Reader {
  readonly comments: ReadComments;
  readonly firstError: FirstError;
}

const readsNothing: Reader = { comments: () => () => false, firstError: () => undefined };

/**
 * A checker that loads a language's rules when the first document of that language comes. One place gets one finding
 * (the catalogue's later mistake wins). Without `readers` no comment silences anything, and all text counts as whole.
 */
export function createChecker(
  load: Loaders<LanguageRules>,
  readers: Loaders<Reader> = {
    python: () => Promise.resolve(readsNothing),
    typescript: () => Promise.resolve(readsNothing),
  },
): Checker {
  const rules = once(load);
  const reader = once(readers);
  const review: Checker['review'] = async (document, silence = noSilence) => {
    const { language } = document;
    const found = complete((await rules(language))(document));
    const { silences, unknown } = suppressionIn(document, (await reader(language)).comments);
    return {
      findings: found.filter((one) => !isSilenced(one, language, silence) && !silences(one)),
      unknown,
    };
  };
  return {
    review,
    check: async (document, silence) => (await review(document, silence)).findings,
    firstError: async ({ language, text, path }) => (await reader(language)).firstError(text, path),
    ignore: async (document, place) =>
      ignoreEdit(document, place, (await reader(document.language)).comments),
  };
}

function once<T>(load: Loaders<T>): (language: Language) => Promise<T> {
  const loaded = new Map<Language, Promise<T>>();
  return (language) => {
    const one = loaded.get(language) ?? load[language]();
    loaded.set(language, one);
    return one;
  };
}

function complete(found: Found): readonly Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const id of mistakeIds) {
    const { severity, section } = catalogue[id];
    for (const finding of found[id] ?? []) {
      const place = `${finding.start}-${finding.end}`;
      byPlace.set(place, { ...finding, mistake: id, severity, section, related: finding.related ?? [] });
    }
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
