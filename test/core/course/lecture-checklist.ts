import type { SectionId } from '../../../src/core/course/outline';
import { partFive } from './checklist/part-5';
import { partFour } from './checklist/part-4';
import { partOne } from './checklist/part-1';
import { partThree } from './checklist/part-3';
import { partTwo } from './checklist/part-2';
import { closing } from './checklist/closing';
import type { Item } from './checklist/item';

/** Everything that the lecture says, shows, writes and claims, by the section where the course teaches it. */
export const checklist: Readonly<Record<SectionId, readonly Item[]>> = {
  ...partOne,
  ...partTwo,
  ...partThree,
  ...partFour,
  ...partFive,
};

/** What the lecture says at its end, outside of its sections. */
export const closingChecklist = closing;
