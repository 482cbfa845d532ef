import { both, type PartClaims } from './claim';

const report = [
  'Asking for weather ...',
  'weather is here',
  'Asking for news ...',
  'news is here',
  'Asking for stocks ...',
  'stocks is here',
  '3 reports in 6.0 s',
];

export const claims: PartClaims<'part-1'> = {
  '1.1': {
    demo: {
      python: { output: report, seconds: 6, lanes: ['demo.py'], mistakes: [] },
      typescript: { output: report, seconds: 6, lanes: ['demo.ts'], mistakes: [] },
    },
    changes: [both({ prints: ['3 reports in 3.0 s'], seconds: 3 })],
  },
  '1.2': {
    demo: {
      python: {
        output: ['tick 0', 'tick 1', 'lookup begins', 'lookup ends', 'tick 2', 'tick 3', 'tick 4', 'tick 5'],
        seconds: 2.3,
        lanes: ['tick', 'slow_lookup'],
        mistakes: ['blocking-call'],
      },
      typescript: {
        output: ['tick 0', 'tick 1', 'lookup begins', 'lookup ends', 'tick 2', 'tick 3', 'tick 4', 'tick 5'],
        seconds: 2.3,
        lanes: ['tick', 'slowLookup'],
        mistakes: ['blocking-call'],
      },
    },
    changes: [both({ prints: ['tick 5'], seconds: 1.5 })],
  },
  '1.3': {
    demo: {
      python: {
        output: [
          'A waited',
          'B waited',
          'C waited',
          'three waits: 0.6 s',
          'A calculated',
          'B calculated',
          'C calculated',
          'three calculations: 1.8 s',
        ],
        seconds: 2.4,
        lanes: ['wait', 'wait', 'wait', 'calculate', 'calculate', 'calculate'],
        mistakes: ['blocking-call'],
      },
      typescript: {
        output: [
          'A waited',
          'B waited',
          'C waited',
          'three waits: 0.6 s',
          'A calculated',
          'B calculated',
          'C calculated',
          'three calculations: 1.8 s',
        ],
        seconds: 2.4,
        lanes: ['wait', 'wait', 'wait', 'calculate', 'calculate', 'calculate'],
        mistakes: ['blocking-call'],
      },
    },
    changes: [
      both({ prints: ['three waits: 0.6 s'], seconds: 2.4 }),
      both({ prints: ['three calculations: 1.2 s'], seconds: 1.8 }),
    ],
  },
  '1.4': {
    demo: both({
      output: [
        '-- the waiter who stands and waits',
        'table 1: order taken',
        'table 1: food is ready',
        'table 1: has eaten',
        'table 2: order taken',
        'table 2: food is ready',
        'table 2: has eaten',
        'table 3: order taken',
        'table 3: food is ready',
        'table 3: has eaten',
        '-- the waiter who goes on to the next table',
        'table 1: order taken',
        'table 2: order taken',
        'table 3: order taken',
        'table 1: food is ready',
        'table 2: food is ready',
        'table 3: food is ready',
        'table 1: has eaten',
        'table 2: has eaten',
        'table 3: has eaten',
      ],
      seconds: 4.8,
      lanes: ['serve', 'serve', 'serve'],
      mistakes: ['sequential-awaits'],
    }),
    changes: [both({ prints: ['table 3: has eaten'], seconds: 8.8 })],
  },
};
