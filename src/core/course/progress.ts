import { isLanguage, type Language } from '../language';
import { sectionIds, sections, type Deed, type SectionId } from './outline';

export interface SectionProgress {
  readonly deeds: readonly Deed[];
  /** Index of the choice last given to the section's question, in each language in which it was asked. */
  readonly answers: Readonly<Partial<Record<Language, number>>>;
}

/** What a learner has done; a section that is absent is untouched. */
export type Progress = Readonly<Partial<Record<SectionId, SectionProgress>>>;

const untouched: SectionProgress = { deeds: [], answers: {} };
const deeds: readonly Deed[] = ['predicted', 'ran'];

/** Progress of one section. */
export function progressOf(progress: Progress, id: SectionId): SectionProgress {
  return progress[id] ?? untouched;
}

/** True when everything was done that completes the section. */
export function isDone(progress: Progress, id: SectionId): boolean {
  const done = progressOf(progress, id).deeds;
  return sections[id].completedBy.every((deed) => done.includes(deed));
}

/** Progress with the section's question answered by a choice's index. */
export function answered(progress: Progress, id: SectionId, language: Language, answer: number): Progress {
  const answers = { ...progressOf(progress, id).answers, [language]: answer };
  return { ...progress, [id]: { deeds: withDeed(progress, id, 'predicted'), answers } };
}

/** Progress with the section's demo run to its end. */
export function ran(progress: Progress, id: SectionId): Progress {
  const { answers } = progressOf(progress, id);
  return { ...progress, [id]: { deeds: withDeed(progress, id, 'ran'), answers } };
}

/** What was done by one or the other: two windows of the editor, say. Of two answers to a question the first one's counts. */
export function merge(one: Progress, other: Progress): Progress {
  const merged: Partial<Record<SectionId, SectionProgress>> = { ...other, ...one };
  for (const id of sectionIds) {
    const [mine, theirs] = [one[id], other[id]];
    if (mine !== undefined && theirs !== undefined) {
      const done = deeds.filter((deed) => mine.deeds.includes(deed) || theirs.deeds.includes(deed));
      merged[id] = { deeds: done, answers: { ...theirs.answers, ...mine.answers } };
    }
  }
  return merged;
}

/** Progress without one section, or without any. */
export function reset(progress: Progress, id?: SectionId): Progress {
  return id === undefined ? {} : read({ ...progress, [id]: undefined });
}

/** Progress from a store's value, which may come from another version: what is not understood is left out. */
export function read(stored: unknown): Progress {
  const progress: Partial<Record<SectionId, SectionProgress>> = {};
  if (typeof stored !== 'object' || stored === null) {
    return progress;
  }
  const values = new Map<string, unknown>(Object.entries(stored));
  for (const id of sectionIds) {
    const value = values.get(id);
    if (typeof value === 'object' && value !== null) {
      progress[id] = readSection(new Map<string, unknown>(Object.entries(value)), id);
    }
  }
  return progress;
}

function readSection(value: ReadonlyMap<string, unknown>, id: SectionId): SectionProgress {
  const stored = value.get('deeds');
  const given: unknown = value.get('answers');
  const isChoice = (answer: unknown) =>
    typeof answer === 'number' && sections[id].prediction.choices[answer] !== undefined;
  const answers = Object.entries(typeof given === 'object' && given !== null ? given : {}).filter(
    ([language, answer]) => isLanguage(language) && isChoice(answer),
  );
  return {
    deeds: Array.isArray(stored) ? deeds.filter((deed) => stored.includes(deed)) : [],
    answers: Object.fromEntries(answers),
  };
}

function withDeed(progress: Progress, id: SectionId, deed: Deed): readonly Deed[] {
  const before = progressOf(progress, id).deeds;
  return before.includes(deed) ? before : [...before, deed];
}
