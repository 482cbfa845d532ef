import type { PartOf } from '../section';
import { sequentialAndConcurrent } from './4.1';
import { gather } from './4.2';
import { createTask } from './4.3';
import { queue } from './4.4';
import { event } from './4.5';
import { manyUrls } from './4.6';

export const partFour: PartOf<'part-4'> = {
  id: 'part-4',
  title: 'Concurrent patterns',
  description: 'Many things at once, with some order in it.',
  sections: {
    '4.1': sequentialAndConcurrent,
    '4.2': gather,
    '4.3': createTask,
    '4.4': queue,
    '4.5': event,
    '4.6': manyUrls,
  },
  closing: [
    {
      id: 'closing-4',
      title: 'Part 4 is done: you can run many things at once',
      text: [
        'Together, in the background, through a window, on a signal: with these four you can write nearly everything.',
        'One question is left: when is it worth it?',
      ],
      page: 'walkthroughs/part-4/closing.md',
      next: 'part-5',
    },
  ],
};
