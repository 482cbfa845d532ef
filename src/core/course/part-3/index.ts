import type { PartOf } from '../section';
import { asyncDef } from './3.1';
import { awaiting } from './3.2';
import { startingTheLoop } from './3.3';
import { typeHints } from './3.4';
import { errorHandling } from './3.5';

export const partThree: PartOf<'part-3'> = {
  id: 'part-3',
  title: 'The syntax',
  description: 'Define, await, start, annotate, and catch what goes wrong.',
  sections: {
    '3.1': asyncDef,
    '3.2': awaiting,
    '3.3': startingTheLoop,
    '3.4': typeHints,
    '3.5': errorHandling,
  },
  closing: [
    {
      id: 'closing-3',
      title: 'Part 3 is done: you can write it',
      text: [
        'You can define, await, start, annotate and catch. The demos had several things under way; you have not learnt yet how that is written.',
        'Now comes what async is for: many things at once, and some order in it.',
      ],
      page: 'walkthroughs/part-3/closing.md',
      next: 'part-4',
    },
  ],
};
