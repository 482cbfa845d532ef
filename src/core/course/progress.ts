import { languages, type Language } from '../language';
import { sectionIds, sections, type SectionId } from './outline';

export interface Answer {
  /** Index of the choice. */
  readonly choice: number;
  readonly at: number;
}

/** Times are milliseconds since 1970; 0 is never. */
export interface SectionProgress {
  /** When its demo last ran to its end. */
  readonly ran: number;
  /** What was last said to the section's question, in each language in which it was asked. */
  readonly answers: Readonly<Partial<Record<Language, Answer>>>;
  /** When everything before was forgotten. It is kept, lest another window or machine bring the rest back. */
  readonly forgotten: number;
}

/** What a learner has done; a section that is absent is untouched. */
export type Progress = Readonly<Partial<Record<SectionId, SectionProgress>>>;

const untouched: SectionProgress = { ran: 0, answers: {}, forgotten: 0 };

/** Progress of one section. */
export function progressOf(progress: Progress, id: SectionId): SectionProgress {
  return progress[id] ?? untouched;
}

/** True when the section's demo has run to its end. Its question may be skipped. */
export function isDone(progress: Progress, id: SectionId): boolean {
  return progressOf(progress, id).ran > 0;
}

/** Progress with the section's question answered by a choice's index. */
export function answered(
  progress: Progress,
  id: SectionId,
  language: Language,
  choice: number,
  now: number,
): Progress {
  const before = progressOf(progress, id);
  const answers = { ...before.answers, [language]: { choice, at: after(before.forgotten, now) } };
  return { ...progress, [id]: { ...before, answers } };
}

/** Progress with the section's demo run to its end. */
export function ran(progress: Progress, id: SectionId, now: number): Progress {
  const before = progressOf(progress, id);
  return { ...progress, [id]: { ...before, ran: after(before.forgotten, now) } };
}

/** Progress without some sections. */
export function reset(progress: Progress, ids: readonly SectionId[], now: number): Progress {
  const forgotten = ids.map((id) => {
    const { ran, answers } = progressOf(progress, id);
    const last = Math.max(now, ran, ...Object.values(answers).map(({ at }) => at));
    return [id, { ...untouched, forgotten: last }] as const;
  });
  return { ...progress, ...Object.fromEntries(forgotten) };
}

/** What was done, and not forgotten later, in one or the other: two windows, or two machines. The last answer counts. */
export function merge(one: Progress, other: Progress): Progress {
  const merged: Partial<Record<SectionId, SectionProgress>> = {};
  for (const id of sectionIds.filter((section) => section in one || section in other)) {
    const both = [progressOf(one, id), progressOf(other, id)];
    const forgotten = Math.max(...both.map((each) => each.forgotten));
    const remembered = (at: number) => at > forgotten;
    const answers = languages.flatMap((language) => {
      const given = both.flatMap((each) => each.answers[language] ?? []).filter(({ at }) => remembered(at));
      const last = given.sort((a, b) => b.at - a.at)[0];
      return last === undefined ? [] : [[language, last] as const];
    });
    merged[id] = {
      ran: Math.max(0, ...both.map((each) => each.ran).filter(remembered)),
      answers: Object.fromEntries(answers),
      forgotten,
    };
  }
  return merged;
}

/** Progress from a store's value, which may come from another version: what is not understood is left out. */
export function read(stored: unknown): Progress {
  const values = membersOf(stored);
  return Object.fromEntries(
    sectionIds.filter((id) => values.has(id)).map((id) => [id, readSection(membersOf(values.get(id)), id)]),
  );
}

function readSection(value: ReadonlyMap<string, unknown>, id: SectionId): SectionProgress {
  const given = membersOf(value.get('answers'));
  const answers = languages.flatMap((language) => {
    const answer = membersOf(given.get(language));
    const choice = answer.get('choice');
    return typeof choice === 'number' && sections[id].prediction.choices[choice] !== undefined
      ? [[language, { choice, at: timeIn(answer.get('at')) }] as const]
      : [];
  });
  return {
    ran: timeIn(value.get('ran')),
    answers: Object.fromEntries(answers),
    forgotten: timeIn(value.get('forgotten')),
  };
}

const membersOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);

const timeIn = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);

/** A time that counts after something was forgotten, by a clock that runs ahead perhaps. */
const after = (forgotten: number, now: number): number => Math.max(now, forgotten + 1);
