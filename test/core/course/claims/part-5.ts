import { alike, both, type PartClaims } from './claim';

const asked = (name: string) => Array.from({ length: 10 }, () => name);

export const claims: PartClaims<'part-5'> = {
  '5.1': {
    demo: both({
      output: [
        'one: 1 x 0.5 s, took 0.5 s, no gain',
        'chain: 3 x 0.5 s, took 1.5 s, no gain',
        'independent: 3 x 0.5 s, took 0.5 s, async gains',
      ],
      seconds: 2.5,
      lanes: ['ask', 'ask', 'ask'],
      mistakes: [],
    }),
    changes: [both({ prints: ['independent: 3 x 0.5 s, took 1.5 s, no gain'], seconds: 3.5 })],
  },
  '5.2': {
    demo: alike(
      {
        output: [
          'best of 10 prices: 2.0, after 1.0 s',
          'guest 1: sits down',
          'guest 2: sits down',
          'guest 3: sits down',
          'guest 4: sits down',
          'guest 5: sits down',
          'five guests: 0.9 s',
        ],
        seconds: 1.9,
        mistakes: [],
      },
      {
        python: [...asked('ask_market'), 'sit_down', 'sit_down', 'sit_down', 'sit_down', 'sit_down'],
        typescript: [...asked('askMarket'), 'table', 'table'],
      },
    ),
    changes: [both({ prints: ['five guests: 0.6 s'], seconds: 1.6 })],
  },
  '5.3': {
    demo: {
      python: {
        output: [
          'here: 49999995000000, the clock stood still',
          'next door: 49999995000000, the clock ticked on',
        ],
        seconds: null,
        lanes: ['clock'],
        mistakes: ['cpu-bound'],
      },
      typescript: {
        output: ['here: 450000000, the clock stood still', 'next door: 450000000, the clock ticked on'],
        seconds: null,
        lanes: ['clock'],
        mistakes: ['cpu-bound'],
      },
    },
    changes: [
      {
        python: { prints: ['here again: 49999995000000, the clock stood still'], seconds: null },
        typescript: { prints: ['here again: 450000000, the clock stood still'], seconds: null },
      },
    ],
  },
  '5.4': {
    demo: {
      python: {
        output: [
          'table 1: served',
          'table 2: served',
          'table 3: served',
          'three tables: 1.5 s',
          'refused: asyncio.run() cannot be called from a running event loop',
          'table 2: paid',
          'soup, stew, cake',
          'spoons: 49999995000000',
        ],
        seconds: 1.7,
        lanes: ['serve', 'serve', 'serve'],
        mistakes: ['blocking-call', 'needless-async', 'cpu-bound', 'missing-await', 'nested-runner'],
        complaint: 'was never awaited',
      },
      typescript: {
        output: [
          'table 1: served',
          'table 2: served',
          'table 3: served',
          'three tables: 1.5 s',
          'table 1: paid',
          'table 2: paid',
          'soup, stew, cake',
          'spoons: 450000000',
        ],
        seconds: 1.7,
        lanes: ['serve', 'serve', 'serve'],
        mistakes: ['blocking-call', 'needless-async', 'cpu-bound', 'missing-await', 'nested-runner'],
      },
    },
    changes: [
      {
        python: { prints: ['three tables: 0.5 s'], seconds: 0.7, complaint: 'was never awaited' },
        typescript: { prints: ['three tables: 0.5 s'], seconds: 0.7 },
      },
      both({ prints: ['table 1: paid', 'table 2: paid'], seconds: 1.9 }),
    ],
  },
};
