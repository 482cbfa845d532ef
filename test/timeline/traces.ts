// Traces written by hand, so that every number in a picture is known.
import type { Lane, LoopSpan, Mark, Outcome, SpanState, Trace } from '../../src/core/trace/trace';
import { lane, trace, waiter } from './builders';

/** `count` workers that take turns: each waits, is woken, and runs for a moment, `rounds` times. */
export function workers(count: number, rounds: number): Trace {
  const length = 50;
  const lanes = Array.from({ length: count }, (_, index): Lane => {
    const spans: [SpanState, number, number, string?][] = [];
    for (let round = 0; round < rounds; round++) {
      const from = round * length + (index % 7);
      const busy = 1 + ((index * 7 + round * 3) % 5);
      const to = (round + 1) * length + (index % 7);
      spans.push(
        ['running', from, from + busy],
        ['waiting', from + busy, to - 4, 'queue.get'],
        ['ready', to - 4, to],
      );
    }
    return lane(index + 2, `worker-${index + 1}`, { parent: 1, line: 12, created: index / 1000, spans });
  });
  const end = rounds * length + 10;
  const main = waiter(1, 'main', [0, 1, end - 1, end], 'queue.join', { line: 30 });
  const loop = Array.from({ length: rounds }, (_, round): [LoopSpan['state'], number, number][] => [
    ['busy', round * length, round * length + 30],
    ['idle', round * length + 30, (round + 1) * length],
  ]).flat();
  loop.push(['busy', rounds * length, end]);
  return trace(end, { lanes: [main, ...lanes], loop });
}

/** A program that is over in six milliseconds, with tasks of a few microseconds. */
export function tiny(): Trace {
  return trace(6.2, {
    lanes: [
      waiter(1, 'main', [1.1, 1.4, 5.1, 5.3], 'asyncio.gather', { line: 8 }),
      waiter(2, 'tick', [1.4, 1.41, 3.4, 3.41], 'asyncio.sleep', { parent: 1, line: 3 }),
      lane(3, 'tock', {
        parent: 1,
        line: 3,
        spans: [
          ['ready', 1.4, 1.41],
          ['running', 1.41, 1.43],
          ['waiting', 1.43, 5, 'asyncio.sleep'],
          ['running', 5, 5.02],
        ],
      }),
    ],
    loop: [
      ['busy', 1, 1.43],
      ['idle', 1.43, 3.38],
      ['busy', 3.38, 3.42],
      ['idle', 3.42, 4.98],
      ['busy', 4.98, 5.4],
    ],
  });
}

/** Every outcome, every kind of mark, and names that are long, foreign, from right to left, or look like markup. */
export function namesAndEnds(): Trace {
  const ends: readonly (readonly [string, Outcome, number | null])[] = [
    ['fetch_the_weather_report_of_every_city_in_the_country_and_then_some', 'done', 900],
    ['🍲 soup 🧑‍🍳', 'failed', 600],
    ['הכן_תה', 'cancelled', 500],
    ['اطبخ_الأرز', 'pending', null],
    ['<img src=x onerror=alert(1)>', 'done', 800],
  ];
  const lanes = ends.map(([name, outcome, ended], index) =>
    waiter(index + 2, name, [10 + index, 20 + index, (ended ?? 1000) - 5, ended ?? 1000], name, {
      parent: 1,
      outcome,
      ended,
    }),
  );
  const marks: Mark[] = [
    { time: 100, lane: 2, kind: 'output', text: 'first\nsecond\n' },
    { time: 300, lane: 3, kind: 'error-output', text: '⚠ the pot boils over\n' },
    { time: 450, lane: 4, kind: 'cancel', text: 'cancelled by main' },
    { time: 500, lane: 6, kind: 'mark', text: 'half way' },
    { time: 700, lane: null, kind: 'output', text: '<b>not bold</b>\n' },
  ];
  const main = waiter(1, 'main', [5, 10, 990, 1000], 'asyncio.gather');
  return trace(1000, {
    lanes: [main, ...lanes],
    marks,
    loop: [
      ['busy', 5, 20],
      ['idle', 20, 495],
      ['busy', 495, 505],
      ['idle', 505, 990],
      ['busy', 990, 1000],
    ],
    findings: [
      {
        kind: 'never-finished',
        lane: 5,
        line: 15,
        milliseconds: 0,
        message: 'اطبخ_الأرز was never finished: the program ended first.',
        section: '4.3',
        mistake: null,
      },
    ],
  });
}

/** When orders come and go, and how many there are then. */
export const orders = [
  [10, 1],
  [20, 2],
  [30, 3],
  [200, 2],
  [400, 1],
  [600, 0],
] as const;

/** A cook and a waiter who share a queue that holds up to three orders. */
export function shared(): Trace {
  return trace(620, {
    lanes: [
      waiter(1, 'waiter', [5, 31, 610, 615], 'orders.join'),
      lane(2, 'cook', {
        parent: 1,
        spans: [
          ['ready', 6, 31],
          ['running', 31, 32],
          ['waiting', 32, 600, 'asyncio.sleep'],
          ['running', 600, 610],
        ],
      }),
    ],
    loop: [
      ['busy', 5, 32],
      ['idle', 32, 600],
      ['busy', 600, 616],
    ],
    shared: [
      {
        id: 1,
        kind: 'queue',
        name: 'orders',
        limit: null,
        line: 4,
        levels: orders.map(([time, value]) => ({ time, value, lane: value > 0 ? 1 : 2 })),
      },
    ],
  });
}

/** One task that sleeps. */
export function oneLane(): Trace {
  return trace(800, {
    lanes: [waiter(1, 'main', [1, 5, 790, 795], 'asyncio.sleep')],
    loop: [
      ['busy', 0, 5],
      ['idle', 5, 790],
      ['busy', 790, 796],
    ],
  });
}

/** Three tables order one after another, and each is served when its dish is ready. */
export function served(): Trace {
  const dishes = [1500, 500, 1000];
  const lanes = dishes.map((cooking, index) =>
    waiter(
      index + 2,
      'order',
      [5 + index, 6 + index, 6 + index + cooking, 7 + index + cooking],
      'asyncio.sleep',
      { parent: 1 },
    ),
  );
  const written = dishes.flatMap((cooking, index): Mark[] => [
    { time: 5.5 + index, lane: index + 2, kind: 'output', text: `table ${index + 1}: order handed in\n` },
    { time: 6.5 + index + cooking, lane: index + 2, kind: 'output', text: `table ${index + 1}: served\n` },
  ]);
  const main = waiter(1, 'main', [3, 5, 1510, 1511], 'asyncio.gather');
  return trace(1515, {
    lanes: [main, ...lanes],
    marks: written.toSorted((a, b) => a.time - b.time),
    loop: [
      ['busy', 3, 8],
      ['idle', 8, 1506],
      ['busy', 1506, 1511],
    ],
  });
}
