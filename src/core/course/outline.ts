import * as l10n from '@vscode/l10n';
import type { Language } from '../language';
import { sectionIdsIn, type PartId, type SectionId } from './ids';
import { partFive } from './part-5';
import { partFour } from './part-4';
import { partOne } from './part-1';
import { partThree } from './part-3';
import { partTwo } from './part-2';
import type { Closing, PartOf, Section } from './section';
import { eachIn, partIn, sectionIn, type Say } from './translate';

export { isPartId, isSectionId, partIds, sectionIds } from './ids';
export type { PartId, SectionId } from './ids';
export { predictionOf } from './section';
export type { Asking, Change, Closing, Edit, Note, Prediction, Section, Step } from './section';

export interface Part {
  readonly id: PartId;
  readonly title: string;
  /** What it is about, one sentence. */
  readonly description: string;
  readonly sections: readonly SectionId[];
  /** The steps at its end. */
  readonly closing: readonly Closing[];
}

const say: Say = (english) => l10n.t(english);

export const parts: Readonly<Record<PartId, Part>> = {
  'part-1': outlined(partOne),
  'part-2': outlined(partTwo),
  'part-3': outlined(partThree),
  'part-4': outlined(partFour),
  'part-5': outlined(partFive),
};

const inEnglish: Readonly<Record<SectionId, Section>> = {
  ...partOne.sections,
  ...partTwo.sections,
  ...partThree.sections,
  ...partFour.sections,
  ...partFive.sections,
};

export const sections = eachIn(inEnglish, sectionIn, say);

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

function outlined<Id extends PartId>(part: PartOf<Id>): Part {
  return partIn({ ...part, sections: sectionIdsIn(part.id) }, say);
}
