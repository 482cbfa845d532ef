import type { SectionId } from '../../../../src/core/course/outline';
import type { SectionClaims } from './claim';
import { claims as partFive } from './part-5';
import { claims as partFour } from './part-4';
import { claims as partOne } from './part-1';
import { claims as partThree } from './part-3';
import { claims as partTwo } from './part-2';

/** What every demo of the course does. */
export const claims: Readonly<Record<SectionId, SectionClaims>> = {
  ...partOne,
  ...partTwo,
  ...partThree,
  ...partFour,
  ...partFive,
};
