import { both, type PartClaims } from './claim';

export const claims: PartClaims<'part-2'> = {
  '2.1': {
    demo: both({
      output: [
        'soup: chop',
        'stew: chop',
        'soup: stir',
        'stew: stir',
        'soup: taste',
        'stew: taste',
        'cooks in the kitchen: 1',
      ],
      seconds: 1.5,
      lanes: ['cook', 'cook'],
      mistakes: [],
    }),
    changes: [both({ prints: ['cooks in the kitchen: 1'], seconds: 1.5 })],
  },
  '2.2': {
    demo: {
      python: {
        output: [
          'the manager writes the list',
          'from the list: light the candles',
          'table 1: order handed in',
          'table 2: order handed in',
          'table 3: order handed in',
          'table 2: served',
          'table 3: served',
          'table 1: served',
          'the list is empty',
        ],
        seconds: 1.5,
        lanes: ['order', 'order', 'order'],
        mistakes: [],
      },
      typescript: {
        output: [
          'the manager writes the list',
          'table 1: order handed in',
          'table 2: order handed in',
          'table 3: order handed in',
          'from the list: light the candles',
          'table 2: served',
          'table 3: served',
          'table 1: served',
          'the list is empty',
        ],
        seconds: 1.5,
        lanes: ['order', 'order', 'order'],
        mistakes: [],
      },
    },
    changes: [
      both({
        prints: ['table 1: served', 'table 2: served', 'table 3: served', 'the list is empty'],
        seconds: 1,
      }),
    ],
  },
  '2.3': {
    demo: {
      python: {
        output: [
          'the recipe is called',
          'soup: chop',
          'stew: chop',
          'soup: salt',
          'soup: pepper',
          'stew: salt',
          'stew: pepper',
          'soup: ready',
          'stew: ready',
        ],
        seconds: 1,
        lanes: ['recipe', 'recipe'],
        mistakes: [],
      },
      typescript: {
        output: [
          'soup: chop',
          'the recipe is called',
          'stew: chop',
          'soup: salt',
          'soup: pepper',
          'stew: salt',
          'stew: pepper',
          'soup: ready',
          'stew: ready',
        ],
        seconds: 1,
        lanes: ['recipe', 'recipe'],
        mistakes: [],
      },
    },
    changes: [
      {
        python: {
          prints: ['the recipe is called', 'stew: chop'],
          seconds: 1,
          complaint: 'was never awaited',
        },
        typescript: { prints: ['soup: chop', 'soup: ready'], seconds: 1 },
      },
    ],
  },
  '2.4': {
    demo: {
      python: {
        output: [
          '1. order handed in',
          '   meanwhile at table 2',
          '   meanwhile at table 3',
          '   meanwhile at table 4',
          '2. food is here',
          '   meanwhile at table 5',
          '   written down: soup',
          '3. done',
          'again: soup',
          'the next one on the list',
        ],
        seconds: 1.8,
        lanes: ['serve_table_1', 'serve_others', 'ask_kitchen'],
        mistakes: [],
      },
      typescript: {
        output: [
          '1. order handed in',
          '   meanwhile at table 2',
          '   meanwhile at table 3',
          '   meanwhile at table 4',
          '2. food is here',
          '   meanwhile at table 5',
          '   written down: soup',
          '3. done',
          'the next one on the list',
          'again: soup',
        ],
        seconds: 1.8,
        lanes: ['serveTable1', 'serveOthers', 'askKitchen'],
        mistakes: [],
      },
    },
    changes: [
      both({
        prints: ['   meanwhile at table 2', '2. food is here', '   meanwhile at table 3'],
        seconds: 1.1,
      }),
    ],
  },
};
