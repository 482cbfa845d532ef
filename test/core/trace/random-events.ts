import type { LaneKind, TraceEvent } from '../../../src/core/trace/events';
import type { Outcome } from '../../../src/core/trace/trace';

export type Random = () => number;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const kinds: readonly LaneKind[] = ['program', 'task', 'call', 'thread', 'process'];
const outcomes: readonly Outcome[] = ['done', 'failed', 'cancelled', 'pending'];

/** Events in any order about few lanes: most contradict each other, and time now and then goes back. */
export function anyEvents(random: Random, count: number): readonly TraceEvent[] {
  const upTo = (limit: number) => Math.floor(random() * limit);
  const lane = () => 1 + upTo(8);
  let time = 0;
  return Array.from({ length: count }, (): TraceEvent => {
    time = Math.max(0, time + (random() < 0.1 ? -30 : random() * 40));
    const makers: readonly (() => TraceEvent)[] = [
      () => ['loop', time, random() < 0.5 ? 'begin' : 'end'],
      () => [
        'lane',
        time,
        lane(),
        random() < 0.3 ? null : lane(),
        'fetch',
        kinds[upTo(4)] ?? 'task',
        upTo(9) + 1,
      ],
      () => ['run', time, lane(), upTo(9) + 1],
      () => ['run', time, lane(), null],
      () => ['file', time, 1 + upTo(2), 'lib/helper.py'],
      () => ['run', time, lane(), 3, 1 + upTo(3)],
      () => ['wait', time, lane(), upTo(9) + 1, 'asyncio.sleep', [lane()]],
      () => ['wake', Math.max(0, time - upTo(50)), lane()],
      () => ['nest', time, lane(), lane()],
      () => ['end', time, lane(), outcomes[upTo(4)] ?? 'done', null],
      () => ['block', time, random() < 0.2 ? null : lane(), 3, 'time.sleep', random() * 120],
      () => ['idle', time, random() * 60],
      () => ['out', time, lane(), 'stdout', 'x\n'],
      () => ['cancel', time, lane(), null],
    ];
    return makers[upTo(makers.length)]?.() ?? ['exit', time];
  });
}

/** Three tasks that live as long as the run, and calls in them that are told late, woken late and blocking. */
export function longRun(random: Random, count: number): readonly TraceEvent[] {
  const upTo = (limit: number) => Math.floor(random() * limit);
  let [time, last] = [0, 3];
  const recent = () => Math.max(1, last - upTo(6));
  const lane = () => (random() < 0.5 ? 1 + upTo(3) : recent());
  const started = [1, 2, 3].map((id): TraceEvent => ['lane', 0, id, null, 'main', 'task', id]);
  const events = Array.from({ length: count }, (): TraceEvent => {
    time += random() * 9;
    const makers: readonly (() => TraceEvent)[] = [
      () => ['lane', time, ++last, lane(), 'call', 'call', 4],
      () => ['nest', time, recent(), lane()],
      () => ['nest', time, recent(), lane()],
      () => ['end', time, Math.max(4, recent()), 'done', null],
      () => ['end', time, Math.max(4, last - upTo(60)), 'failed', 'late'],
      () => ['block', time, lane(), 3, 'time.sleep', random() < 0.1 ? random() * 900 : random() * 70],
      () => ['wake', Math.max(0, time - upTo(random() < 0.1 ? 500 : 20)), lane()],
      () => ['idle', time, random() * 60],
      () => ['out', time, lane(), 'stdout', random() < 0.5 ? 'x' : 'x\n'],
      () => ['level', time, 1, upTo(4), lane()],
      () => ['cancel', time, lane(), lane()],
    ];
    const turn = random();
    return turn < 0.3
      ? ['run', time, lane(), upTo(9) + 1]
      : turn < 0.65
        ? ['wait', time, lane(), upTo(9) + 1, 'asyncio.sleep', random() < 0.3 ? [lane()] : []]
        : (makers[upTo(makers.length)]?.() ?? ['exit', time]);
  });
  return [['loop', 0, 'begin'], ['shared', 0, 1, 'queue', 'queue', null, 1], ...started, ...events];
}

/** A line as a broken recorder or a program that writes to its channel might leave it. */
export function damaged(line: string, random: Random): readonly string[] {
  const cut = Math.floor(random() * line.length);
  const makers: readonly (() => readonly string[])[] = [
    () => [line.slice(0, cut)],
    () => [line.slice(cut)],
    () => [line, line],
    () => [line.replace(/\d+/, '-1')],
    () => [line.replace(/\d+/, '1e400')],
    () => [line.replace(/"[a-z]+"/, '"__proto__"')],
    () => ['["telepathy",5,{}]', line],
    () => [`${line}]`],
    () => [],
  ];
  return random() < 0.8 ? [line] : (makers[Math.floor(random() * makers.length)]?.() ?? []);
}
