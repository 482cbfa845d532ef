import type { PartOf } from '../section';
import { theWaitingGame } from './1.1';
import { blocking } from './1.2';
import { ioAndCpu } from './1.3';
import { theRestaurant } from './1.4';

export const partOne: PartOf<'part-1'> = {
  id: 'part-1',
  title: 'The problem',
  description: 'Feel the wait, and see where the time goes.',
  sections: { '1.1': theWaitingGame, '1.2': blocking, '1.3': ioAndCpu, '1.4': theRestaurant },
  closing: [
    {
      id: 'closing-1',
      title: 'Part 1 is done: you have felt the problem',
      text: [
        'A program that waits one request after another wastes its time, and one that **blocks** wastes everybody else’s.',
        'Next comes the machine behind async: who decides who runs, and when.',
      ],
      page: 'walkthroughs/part-1/closing.md',
      next: 'part-2',
    },
  ],
};
