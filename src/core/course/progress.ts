import { sectionIds, sections, type Deed, type SectionId } from './outline';

export interface SectionProgress {
  readonly deeds: readonly Deed[];
  /** Index of the choice last given to the section's question, null before the first. */
  readonly answer: number | null;
}

/** What a learner has done; a section that is absent is untouched. */
export type Progress = Readonly<Partial<Record<SectionId, SectionProgress>>>;

const untouched: SectionProgress = { deeds: [], answer: null };
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
export function answered(progress: Progress, id: SectionId, answer: number): Progress {
  return { ...progress, [id]: { deeds: withDeed(progress, id, 'predicted'), answer } };
}

/** Progress with the section's demo run to its end. */
export function ran(progress: Progress, id: SectionId): Progress {
  const { answer } = progressOf(progress, id);
  return { ...progress, [id]: { deeds: withDeed(progress, id, 'ran'), answer } };
}

/** What was done by one or the other: two windows of the editor, say. Of two answers the first one's counts. */
export function merge(one: Progress, other: Progress): Progress {
  const merged: Partial<Record<SectionId, SectionProgress>> = { ...other, ...one };
  for (const id of sectionIds) {
    const [mine, theirs] = [one[id], other[id]];
    if (mine !== undefined && theirs !== undefined) {
      const done = deeds.filter((deed) => mine.deeds.includes(deed) || theirs.deeds.includes(deed));
      merged[id] = { deeds: done, answer: mine.answer ?? theirs.answer };
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
  const answer = value.get('answer');
  const known = typeof answer === 'number' && sections[id].prediction.choices[answer] !== undefined;
  return {
    deeds: Array.isArray(stored) ? deeds.filter((deed) => stored.includes(deed)) : [],
    answer: known ? answer : null,
  };
}

function withDeed(progress: Progress, id: SectionId, deed: Deed): readonly Deed[] {
  const before = progressOf(progress, id).deeds;
  return before.includes(deed) ? before : [...before, deed];
}
