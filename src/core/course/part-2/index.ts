import type { PartOf } from '../section';
import { concurrencyAndParallelism } from './2.1';
import { theEventLoop } from './2.2';
import { coroutines } from './2.3';
import { howAwaitWorks } from './2.4';

export const partTwo: PartOf<'part-2'> = {
  id: 'part-2',
  title: 'The mental model',
  description: 'One thread, a loop that hands out turns, and functions that can pause.',
  sections: {
    '2.1': concurrencyAndParallelism,
    '2.2': theEventLoop,
    '2.3': coroutines,
    '2.4': howAwaitWorks,
  },
  closing: [
    {
      id: 'closing-2',
      title: 'Part 2 is done: you know the machine',
      text: [
        'One thread, a list of who is ready, and functions that let go at each `await`. Nothing more is behind it.',
        'Now you may write it: the syntax, with the types and the errors that you know already.',
      ],
      page: 'walkthroughs/part-2/closing.md',
      next: 'part-3',
    },
  ],
};
