import type { TraceEvent } from '../../../src/core/trace/events';
import { TraceAssembler, type RunEnding } from '../../../src/core/trace/model';
import type { Lane, Span, Trace } from '../../../src/core/trace/trace';

export const start: TraceEvent = ['start', 0, { language: 'python', file: 'demo.py', clock: 'real', pid: 1 }];

const completed: RunEnding = { exit: { code: 0, reason: 'completed' }, wallMs: 0 };

/** The trace of a Python program that wrote these events and ended by itself. */
export function assemble(events: readonly TraceEvent[], ending: RunEnding = completed): Trace {
  const assembler = new TraceAssembler({ language: 'python', file: 'demo.py', clock: 'real' });
  assembler.add([start, ...events]);
  return assembler.finish(ending);
}

/** A lane's spans, one line of text each. */
export function shown(lane: Lane | undefined): readonly string[] {
  return (lane?.spans ?? []).map(
    ({ state, start: from, end, line, on }: Span) =>
      `${state} ${from}-${end}${line === null ? '' : ` line ${line}`}${on === null ? '' : ` on ${on}`}`,
  );
}

export function named(trace: Trace, name: string): Lane | undefined {
  return trace.lanes.find((lane) => lane.name === name);
}

const functions = [
  ['fetch_weather', 2, 3],
  ['fetch_news', 5, 6],
  ['fetch_stock', 8, 9],
] as const;

/** The program starts `main` on its loop, after 20 ms. */
const begin: readonly TraceEvent[] = [
  ['lane', 0, 1, null, 'demo.py', 'program', 1],
  ['run', 0, 1, 1],
  ['lane', 20, 2, 1, 'main', 'task', 11],
  ['loop', 20, 'begin'],
  ['wait', 20, 1, 17, 'asyncio.run', [2]],
  ['run', 20, 2, 11],
];

/** `main` awaits three calls of two seconds, one after another. */
export const sequential: readonly TraceEvent[] = [
  ...begin,
  ...functions.flatMap(([name, line, sleeps], index): readonly TraceEvent[] => {
    const [id, at] = [10 + index, 20 + index * 2000];
    return [
      ['lane', at, id, 2, name, 'call', line],
      ['nest', at, id, 2],
      ['wait', at, 2, sleeps, 'asyncio.sleep', []],
      ['idle', at + 2000, 2000],
      ['wake', at + 2000, 2],
      ['run', at + 2000, 2, sleeps],
      ['end', at + 2000, id, 'done', null],
    ];
  }),
  ['end', 6020, 2, 'done', null],
  ['loop', 6020, 'end'],
  ['run', 6020, 1, 17],
  ['end', 6021, 1, 'done', null],
  ['exit', 6030],
];

/** `main` gathers three tasks, each of which sleeps two seconds: asynchronously, or blocking the loop. */
export function gathered(blocking: boolean): readonly TraceEvent[] {
  const tasks = functions.map(([name, line, sleeps], index) => ({
    id: 3 + index,
    name,
    line,
    sleeps,
    index,
  }));
  const end = blocking ? 6020 : 2020;
  const slept = tasks.flatMap(({ id, line, sleeps, index }): readonly TraceEvent[] =>
    blocking
      ? [
          ['run', 20 + index * 2000, id, line],
          ['block', 2020 + index * 2000, id, sleeps, 'time.sleep', 2000],
          ['end', 2020 + index * 2000, id, 'done', null],
        ]
      : [
          ['run', 20, id, line],
          ['wait', 20, id, sleeps, 'asyncio.sleep', []],
        ],
  );
  const ended = tasks.flatMap(({ id, sleeps }): readonly TraceEvent[] => [
    ['wake', end, id],
    ['run', end, id, sleeps],
    ['end', end, id, 'done', null],
  ]);
  return [
    ...begin,
    ...tasks.map(({ id, name, line }): TraceEvent => ['lane', 20, id, 2, name, 'task', line]),
    ['wait', 20, 2, 12, 'asyncio.gather', tasks.map(({ id }) => id)],
    ...slept,
    ...(blocking ? [] : [['idle', end, 2000] as const, ...ended]),
    ['wake', end, 2],
    ['run', end, 2, 12],
    ['end', end, 2, 'done', null],
    ['loop', end, 'end'],
    ['run', end, 1, 17],
    ['end', end + 1, 1, 'done', null],
    ['exit', end + 10],
  ];
}
