import type { PartOf } from '../section';
import { theDecision } from './5.1';
import { whenAsyncHelps } from './5.2';
import { whenAsyncHurts } from './5.3';
import { commonMistakes } from './5.4';

export const partFive: PartOf<'part-5'> = {
  id: 'part-5',
  title: 'When to use async',
  description: 'When it helps, when it hurts, and the usual mistakes.',
  sections: {
    '5.1': theDecision,
    '5.2': whenAsyncHelps,
    '5.3': whenAsyncHurts,
    '5.4': commonMistakes,
  },
  closing: [
    {
      id: 'summary',
      title: 'The key: async is smart waiting',
      text: [
        'When your code waits for the network, a disk or a database, async lets other code run meanwhile. They take turns, nicely: at each `await` somebody else may go on.',
      ],
      page: 'walkthroughs/reference/summary.md',
      next: null,
    },
    {
      id: 'quick-reference',
      title: 'The quick reference card',
      text: ['Everything you need to look up, in both languages, on one page.'],
      page: 'walkthroughs/reference/quick-reference.md',
      next: null,
    },
    {
      id: 'where-this-leads',
      title: 'Where this leads',
      text: [
        'You have felt the wait, predicted, run, seen and mended. Now use it: in a small tool, in a server, in a client of many services.',
        'Open a program of your own and run it with the timeline: the same pictures, the same hints.',
      ],
      page: 'walkthroughs/reference/where-this-leads.md',
      next: null,
    },
  ],
};
