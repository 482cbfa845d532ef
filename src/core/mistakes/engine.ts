import type { Language } from '../language';
import { catalogue, mistakeIds, type MistakeId } from './catalogue';
import type { Finding, RuleFinding } from './finding';
import type { SourceDocument } from './source';

/** What rules found in a document, in any order; a mistake that a language does not have is absent. */
export type Found = Readonly<Partial<Record<MistakeId, readonly RuleFinding[]>>>;

/** What one language contributes. */
export type LanguageRules = (document: SourceDocument) => Found;

/** Checks documents. A checker never throws for what a document contains, however broken. */
export interface Checker {
  check(document: SourceDocument): Promise<readonly Finding[]>;
}

/**
 * A checker that loads a language's rules when the first document of that language comes.
 * Findings are sorted by where they start; one place gets one finding (the catalogue's later mistake wins).
 */
export function createChecker(load: Readonly<Record<Language, () => Promise<LanguageRules>>>): Checker {
  const loaded = new Map<Language, Promise<LanguageRules>>();
  return {
    async check(document) {
      const rules = loaded.get(document.language) ?? load[document.language]();
      loaded.set(document.language, rules);
      return complete((await rules)(document));
    },
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
