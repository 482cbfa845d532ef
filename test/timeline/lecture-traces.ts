// The lecture's three ways to fetch three reports, as a recorder tells them and the assembler understands them.
import type { TraceEvent } from '../../src/core/trace/events';
import { TraceAssembler } from '../../src/core/trace/model';
import type { Trace } from '../../src/core/trace/trace';

export const completed = { code: 0, reason: 'completed' } as const;

/** The trace of a recorded stream that ran to its end. */
export function traceOf(events: readonly TraceEvent[]): Trace {
  const assembler = new TraceAssembler({ language: 'python', file: 'waiting_game.py', clock: 'real' });
  assembler.add(events);
  return assembler.finish({ exit: completed, wallMs: 0 });
}

const start: TraceEvent = [
  'start',
  0,
  { language: 'python', file: 'waiting_game.py', clock: 'real', pid: 1 },
];
const reports = [
  ['fetch_weather', 5],
  ['fetch_news', 9],
  ['fetch_stock', 13],
] as const;

/** The program up to the first line of `main`. */
const opening = (): TraceEvent[] => [
  start,
  ['loop', 20, 'begin'],
  ['lane', 21, 1, null, 'main', 'task', 17],
  ['run', 21, 1, 18],
];

/** The program up to where `main` waits for three tasks. */
const gathering = (): TraceEvent[] => [
  ...opening(),
  ...reports.map(([name, line], index): TraceEvent => [
    'lane',
    21.2 + index / 10,
    index + 2,
    1,
    name,
    'task',
    line,
  ]),
  ['wait', 22, 1, 18, 'asyncio.gather', [2, 3, 4]],
];

/** Three reports, each fetched in two seconds and awaited before the next is begun. */
export function sequentialEvents(): TraceEvent[] {
  const events = opening();
  let now = 21;
  reports.forEach(([name, line], index) => {
    const id = index + 2;
    events.push(
      ['lane', now + 0.2, id, 1, name, 'call', line],
      ['run', now + 0.2, id, line],
      ['nest', now + 0.3, id, 1],
      ['out', now + 0.5, id, 'stdout', `${name}: asking\n`],
      ['wait', now + 1, id, line + 1, 'asyncio.sleep', []],
      ['idle', now + 2001, 2000],
      ['wake', now + 2001, id],
      ['run', now + 2001.4, id, line + 1],
      ['out', now + 2001.6, id, 'stdout', `${name}: here\n`],
      ['end', now + 2002, id, 'done', null],
      ['run', now + 2002, 1, 18 + index],
    );
    now += 2002;
  });
  return [...events, ['end', now + 1, 1, 'done', null], ['loop', now + 2, 'end'], ['exit', now + 4]];
}

/** The same three reports as tasks of a gather. */
export function gatherEvents(): TraceEvent[] {
  const events = gathering();
  reports.forEach(([, line], index) => {
    events.push(
      ['run', 22.2 + index, index + 2, line],
      ['out', 22.4 + index, index + 2, 'stdout', 'asking\n'],
      ['wait', 22.8 + index, index + 2, line + 1, 'asyncio.sleep', []],
    );
  });
  events.push(['idle', 2022.8, 1997]);
  reports.forEach(([, line], index) => {
    events.push(
      ['wake', 2022.8, index + 2],
      ['run', 2023 + index, index + 2, line + 1],
      ['end', 2023.6 + index, index + 2, 'done', null],
    );
  });
  return [
    ...events,
    ['wake', 2026, 1],
    ['run', 2026.2, 1, 18],
    ['out', 2026.4, 1, 'stdout', 'all three are here\n'],
    ['end', 2027, 1, 'done', null],
    ['loop', 2028, 'end'],
    ['exit', 2029],
  ];
}

/** The gather again, but every report blocks the loop for two seconds. */
export function blockingEvents(): TraceEvent[] {
  const events = gathering();
  let now = 22.2;
  reports.forEach(([, line], index) => {
    events.push(
      ['run', now, index + 2, line],
      ['out', now + 0.2, index + 2, index === 1 ? 'stderr' : 'stdout', 'asking\n'],
      ['block', now + 2000.5, index + 2, line + 1, 'time.sleep', 2000],
      ['end', now + 2001, index + 2, 'done', null],
    );
    now += 2001.2;
  });
  return [
    ...events,
    ['wake', now, 1],
    ['run', now + 0.2, 1, 18],
    ['end', now + 1, 1, 'done', null],
    ['loop', now + 2, 'end'],
    ['exit', now + 3],
  ];
}

export const sequential = () => traceOf(sequentialEvents());
export const gather = () => traceOf(gatherEvents());
export const blocking = () => traceOf(blockingEvents());
