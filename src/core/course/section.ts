import type { Language } from '../language';
import type { PartId, SectionId, SectionIdOf } from './ids';

export interface Prediction {
  readonly question: string;
  readonly choices: readonly string[];
  /** The choices as the section has them, where `choices` may be a translation. */
  readonly written?: readonly string[];
  /** Index of the right choice. */
  readonly right: number;
  /** Why it is right, told after the run. */
  readonly why: string;
}

/** Something that asks. Where the languages differ, the answer does; the number of choices is the same. */
export interface Asking {
  readonly prediction: Prediction;
  /** What is asked in a language instead. */
  readonly predictionIn?: Readonly<Partial<Record<Language, Prediction>>>;
}

/** A stop of the tour through a demo. */
export interface Note {
  /** Part of one line of the demo, which occurs nowhere else in it. */
  readonly anchor: string;
  /** One to three short sentences, Markdown. */
  readonly text: string;
}

/** A place of the demo, which occurs once, and what it becomes. */
export interface Edit {
  readonly from: string;
  readonly to: string;
}

/** One thing to change in the demo, to be predicted again. */
export interface Change extends Asking {
  /** What to do, one sentence without a place: the edit shows it. */
  readonly task: string;
  readonly edit: Readonly<Record<Language, Edit>>;
}

/** What a walkthrough's step shows. */
export interface Step {
  /** Paragraphs in the editor's own markup: `**bold**`, `__italics__` and code in single backticks. */
  readonly text: readonly string[];
  /** What the diagram shows, in words. */
  readonly alt: string;
}

export interface Section extends Asking {
  readonly id: SectionId;
  readonly part: PartId;
  readonly title: string;
  readonly minutes: number;
  /** Under `walkthroughs/<part>/`: lesson.md, diagram.svg and the demos. */
  readonly folder: string;
  /** Sections that should be understood first. */
  readonly buildsOn: readonly SectionId[];
  /** What one can do afterwards, one sentence. */
  readonly teaches: string;
  readonly step: Step;
  /** The tour through the demo, in the order in which it is told. */
  readonly notes: Readonly<Record<Language, readonly Note[]>>;
  readonly changes: readonly Change[];
}

/** A step at the end of a part that belongs to no section: a page, and where to go from there. */
export interface Closing {
  readonly id: string;
  readonly title: string;
  readonly text: readonly string[];
  /** Path of the page it shows, with `/`, from the extension's folder. */
  readonly page: string;
  /** The part that follows, null at the end of the course. */
  readonly next: PartId | null;
}

export interface PartOf<Id extends PartId> {
  readonly id: Id;
  readonly title: string;
  readonly description: string;
  readonly sections: Readonly<Record<SectionIdOf<Id>, Section>>;
  readonly closing: readonly Closing[];
}

/** The question as it is asked in a language. */
export function predictionOf({ prediction, predictionIn }: Asking, language: Language): Prediction {
  return predictionIn?.[language] ?? prediction;
}
