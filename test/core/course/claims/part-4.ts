import { tasks } from './4.3';
import { events } from './4.5';
import { alike, both, type PartClaims } from './claim';

export const claims: PartClaims<'part-4'> = {
  '4.1': {
    demo: both({
      output: [
        'soup: start',
        'soup: done',
        'stew: start',
        'stew: done',
        'cake: start',
        'cake: done',
        'soup, stew, cake: 3.0 s',
      ],
      seconds: 3,
      lanes: [],
      mistakes: ['sequential-awaits'],
    }),
    changes: [
      both({ prints: ['soup, stew, cake: 4.0 s'], seconds: 4 }),
      {
        python: { prints: ['soup, stew, cake: 3.0 s'], seconds: 3 },
        typescript: { prints: ['soup, stew, cake: 1.0 s'], seconds: 1 },
      },
    ],
  },
  '4.2': {
    demo: both({
      output: [
        'soup: start',
        'bread: start',
        'stew: start',
        'bread: done',
        'stew: done',
        'soup: done',
        'soup, bread, stew: 1.0 s',
        '-- one burns',
        'goose: start',
        'raised at once: cake is burnt',
        'goose: done',
        '-- errors as results',
        'fish: start',
        'fish: done',
        'dish: fish',
        'error: tart is burnt',
      ],
      seconds: 2.4,
      lanes: ['cook', 'cook', 'cook', 'cook', 'burn', 'cook', 'burn'],
      mistakes: [],
    }),
    changes: [
      both({ prints: ['raised at once: cake is burnt', 'goose: done'], seconds: 2.3 }),
      both({ prints: ['soup, bread, stew: 1.5 s'], seconds: 2.9 }),
    ],
  },
  '4.3': tasks,
  '4.4': {
    demo: alike(
      {
        output: [
          'waiter: order 1 is in the window',
          'waiter: order 2 is in the window',
          'waiter: order 3 is in the window',
          'cook: order 1 is done',
          'waiter: order 4 is in the window',
          'cook: order 2 is done',
          'waiter: order 5 is in the window',
          'waiter: all handed in',
          'cook: order 3 is done',
          'cook: order 4 is done',
          'cook: order 5 is done',
          'all orders are done',
          '10 pages: 1.2 s',
        ],
        seconds: 3.7,
        mistakes: [],
      },
      {
        python: ['cook', 'worker', 'worker', 'worker'],
        typescript: ['waiter', 'cook', 'worker', 'worker', 'worker'],
      },
    ),
    changes: [
      both({ prints: ['10 pages: 0.6 s'], seconds: 3.1 }),
      both({ prints: ['waiter: all handed in', 'cook: order 1 is done'], seconds: 3.7 }),
    ],
  },
  '4.5': events,
  '4.6': {
    demo: alike(
      {
        output: [
          'asking north',
          'asking east',
          'asking south',
          'asking west',
          '3 of 4 prices in 1.0 s',
          '  north: 2.10',
          '  east: 1.95',
          '  south: 2.30',
          '  west does not answer',
        ],
        seconds: 1,
        mistakes: [],
      },
      {
        python: ['safe_get', 'safe_get', 'safe_get', 'safe_get'],
        typescript: ['safeGet', 'safeGet', 'safeGet', 'safeGet'],
      },
    ),
    changes: [both({ prints: ['asking west'], seconds: 1, complaint: 'west does not answer' })],
  },
};
