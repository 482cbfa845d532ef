import type { Language } from '../language';

/** Ids are the lecture's own numbers; progress is filed under them, so they never change. */
export const sectionIds = ['1.1', '1.2', '1.3', '1.4'] as const;
export type SectionId = (typeof sectionIds)[number];

export const partIds = ['part-1'] as const;
export type PartId = (typeof partIds)[number];

/** What a learner can do in a section: answer its question, run its demo to the end. */
export type Deed = 'predicted' | 'ran';

export interface Prediction {
  readonly question: string;
  readonly choices: readonly string[];
  /** Index of the right choice. */
  readonly right: number;
  /** Why it is right, told after the run. */
  readonly why: string;
}

export interface Section {
  readonly id: SectionId;
  readonly part: PartId;
  readonly title: string;
  readonly minutes: number;
  /** Under `walkthroughs/<part>/`: lesson.md, diagram.svg and the demos. */
  readonly folder: string;
  readonly prediction: Prediction;
  /** The section is done once all of these were done. */
  readonly completedBy: readonly Deed[];
}

export interface Part {
  readonly id: PartId;
  readonly title: string;
  readonly sections: readonly SectionId[];
}

export const parts: Readonly<Record<PartId, Part>> = {
  'part-1': { id: 'part-1', title: 'The problem', sections: ['1.1', '1.2', '1.3', '1.4'] },
};

export const sections: Readonly<Record<SectionId, Section>> = {
  '1.1': {
    id: '1.1',
    part: 'part-1',
    title: 'The waiting game',
    minutes: 10,
    folder: '1.1-the-waiting-game',
    completedBy: ['predicted', 'ran'],
    prediction: {
      question: 'Three reports, two seconds each, one after another. How long will it take?',
      choices: ['2 seconds', '4 seconds', '6 seconds'],
      right: 2,
      why: 'Each request begins only when the one before it has answered, so the waits add up.',
    },
  },
  '1.2': {
    id: '1.2',
    part: 'part-1',
    title: 'What "blocking" means',
    minutes: 10,
    folder: '1.2-blocking',
    completedBy: ['ran'],
    prediction: {
      question: 'The lookup blocks for one second. What does the clock do meanwhile?',
      choices: ['It ticks on', 'It stands still', 'It ticks faster afterwards to catch up'],
      right: 1,
      why: 'There is one thread, and the lookup keeps it. The clock was ready to tick, but could not run.',
    },
  },
  '1.3': {
    id: '1.3',
    part: 'part-1',
    title: 'I/O-bound and CPU-bound',
    minutes: 10,
    folder: '1.3-io-bound-and-cpu-bound',
    completedBy: ['predicted', 'ran'],
    prediction: {
      question: 'Three waits of 0.6 s together, then three calculations of 0.6 s together. How long is each?',
      choices: ['0.6 s and 0.6 s', '0.6 s and 1.8 s', '1.8 s and 1.8 s'],
      right: 1,
      why: 'Waits overlap, because the processor is free meanwhile. Calculations need the processor, one by one.',
    },
  },
  '1.4': {
    id: '1.4',
    part: 'part-1',
    title: 'The restaurant',
    minutes: 15,
    folder: '1.4-the-restaurant',
    completedBy: ['ran'],
    prediction: {
      question: 'Cooking takes 1 s, serving 0.1 s, three tables. How long do the two evenings take?',
      choices: ['3.3 s, then 1.1 s', '3.3 s, then 3.3 s', '3.3 s, then 0.3 s'],
      right: 0,
      why: 'The second waiter lets three dishes cook at the same time. One dish still takes its second.',
    },
  },
};

/** True for the id of a section of this course. */
export function isSectionId(value: unknown): value is SectionId {
  return sectionIds.some((id) => id === value);
}

/** Path of a file of a section's folder, with `/`, from the extension's folder. */
export function sectionFile(id: SectionId, name: string): string {
  const { part, folder } = sections[id];
  return `walkthroughs/${part}/${folder}/${name}`;
}

const demoNames: Readonly<Record<Language, string>> = { python: 'demo.py', typescript: 'demo.ts' };

/** Name of a section's demo in its folder. */
export function demoName(language: Language): string {
  return demoNames[language];
}
