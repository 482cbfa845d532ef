import { both, type PartClaims } from './claim';

export const claims: PartClaims<'part-3'> = {
  '3.1': {
    demo: {
      python: {
        output: [
          'plain call: Hello, Alice',
          'async call: a coroutine',
          'the kitchen begins',
          'awaited: Hello, Alice',
          'awaited again: cannot reuse already awaited coroutine',
        ],
        seconds: 0.5,
        lanes: [],
        mistakes: [],
      },
      typescript: {
        output: [
          'plain call: Hello, Alice',
          'the kitchen begins',
          'async call: a Promise',
          'awaited: Hello, Alice',
          'awaited again: Hello, Alice',
        ],
        seconds: 0.5,
        lanes: ['greetAsync'],
        mistakes: [],
      },
    },
    changes: [
      {
        python: { prints: ['async call: a coroutine', 'awaited: Hello, Alice'], seconds: 0 },
        typescript: { prints: ['async call: a Promise', 'awaited: Hello, Alice'], seconds: 0 },
      },
    ],
  },
  '3.2': {
    demo: {
      python: {
        output: [
          'before await',
          'soup: on the stove',
          'soup: ready',
          'after await: soup, hot',
          "in a plain function: 'await' outside async function",
        ],
        seconds: 1,
        lanes: [],
        mistakes: [],
      },
      typescript: {
        output: [
          'before await',
          'soup: on the stove',
          'soup: ready',
          'after await: soup, hot',
          'in a plain function: await is only valid in async functions and the top level bodies of modules',
        ],
        seconds: 1,
        lanes: [],
        mistakes: [],
      },
    },
    changes: [both({ prints: ['before await', 'after await: soup, hot'], seconds: 3 })],
  },
  '3.3': {
    demo: {
      python: {
        output: [
          'closed: no loop is there',
          'open',
          'last guest gone, dishwasher done: False',
          'dishwasher: switched off half-way',
          'closed again: 12 guests',
          'refused: asyncio.run() cannot be called from a running event loop',
        ],
        seconds: 0.5,
        lanes: ['evening', 'dishwasher', 'second_manager'],
        mistakes: ['nested-runner', 'repeated-runner'],
      },
      typescript: {
        output: [
          'open',
          'last guest gone',
          'last line of the program: 12 guests',
          'dishwasher: clean',
          'nothing is left to wait for: Node closes',
        ],
        seconds: 2,
        lanes: ['dishwasher'],
        mistakes: [],
      },
    },
    changes: [
      {
        python: { prints: ['dishwasher: clean', 'last guest gone, dishwasher done: True'], seconds: 3 },
        typescript: { prints: ['dishwasher: clean', 'last guest gone'], seconds: 3 },
      },
    ],
  },
  '3.4': {
    demo: {
      python: {
        output: [
          'guest 7; Bob: None; 3 guests',
          'try 1: the line is busy',
          'try 2: the line is busy',
          'got soup',
        ],
        seconds: 1.6,
        lanes: ['fetch_guest', 'find_guest', 'fetch_guests', 'fetch_guest', 'fetch_guest', 'fetch_guest'],
        mistakes: [],
      },
      typescript: {
        output: [
          'guest 7; Bob: null; 3 guests',
          'try 1: the line is busy',
          'try 2: the line is busy',
          'got soup',
        ],
        seconds: 1.6,
        lanes: ['fetchGuest', 'findGuest', 'fetchGuests', 'fetchGuest', 'fetchGuest', 'fetchGuest'],
        mistakes: [],
      },
    },
    changes: [both({ prints: ['try 1: the line is busy', 'gave up: the line is busy'], seconds: 1.1 })],
  },
  '3.5': {
    demo: {
      python: {
        output: [
          'oysters: no oysters today',
          'oysters: table cleared',
          'soup: busy, ask again in 0.5 s',
          'soup, hot',
          'soup: table cleared',
          'ordered, no error yet',
          'caught at the await: no oysters today',
        ],
        seconds: 1.4,
        lanes: ['serve', 'serve'],
        mistakes: [],
      },
      typescript: {
        output: [
          'oysters: no oysters today',
          'oysters: table cleared',
          'soup: busy, ask again in 0.5 s',
          'soup, hot',
          'soup: table cleared',
          'ordered, no error yet',
          'caught at the await: no oysters today',
        ],
        seconds: 1.4,
        lanes: ['serve', 'serve', 'waiter'],
        mistakes: [],
      },
    },
    changes: [
      {
        python: {
          prints: ['ordered, no error yet', 'nobody asks'],
          seconds: 1.1,
          complaint: 'was never awaited',
        },
        typescript: {
          prints: ['ordered, no error yet', 'nobody asks'],
          seconds: 1.4,
          complaint: 'no oysters today',
        },
      },
    ],
  },
};
