import assert from 'node:assert/strict';
import type { LaneKind, TraceEvent } from '../../../src/core/trace/events';
import { TraceAssembler } from '../../../src/core/trace/model';
import { parseEvent } from '../../../src/core/trace/parse';
import type { Outcome, Trace } from '../../../src/core/trace/trace';
import { assertLoopWhole, assertOneRuns, assertSound } from './sound';

type Random = () => number;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const kinds: readonly LaneKind[] = ['program', 'task', 'call', 'thread'];
const outcomes: readonly Outcome[] = ['done', 'failed', 'cancelled', 'pending'];

/** Events in any order about few lanes: most contradict each other, and time now and then goes back. */
function anyEvents(random: Random, count: number): readonly TraceEvent[] {
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
function longRun(random: Random, count: number): readonly TraceEvent[] {
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
function damaged(line: string, random: Random): readonly string[] {
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

function assemble(events: readonly TraceEvent[]): Trace {
  const assembler = new TraceAssembler({ language: 'python', file: 'demo.py', clock: 'real' });
  assembler.add(events);
  return assembler.finish({ exit: { code: 0, reason: 'completed' }, wallMs: 10 });
}

describe('what holds for every stream of events', () => {
  it('lanes have spans from creation to end, the loop has no overlap', () => {
    for (let seed = 1; seed <= 150; seed++) {
      assertSound(assemble(anyEvents(randomFrom(seed), 120)));
    }
  });

  it('idle and busy are all of a loop’s time', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const events = anyEvents(randomFrom(seed), 120).filter(([tag]) => tag !== 'loop');
      assertLoopWhole(assemble([['loop', 0, 'begin'], ...events]));
    }
  });

  it('at most one lane runs at a time', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const events = anyEvents(randomFrom(seed), 120).filter(
        (event) => event[0] !== 'lane' || event[5] !== 'thread',
      );
      assertOneRuns(assemble(events));
    }
  });

  it('a stream may be cut after any event', () => {
    const events = anyEvents(randomFrom(7), 200);
    for (let length = 0; length <= events.length; length += 3) {
      assertSound(assemble(events.slice(0, length)));
    }
  });

  it('lines may be cut, doubled, out of order, unknown or no events at all', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomFrom(seed);
      const lines = longRun(random, 150).flatMap((event) => damaged(JSON.stringify(event), random));
      assertSound(assemble(lines.map(parseEvent).filter((event) => event !== undefined)));
    }
  });

  it('looking at it on the way changes nothing', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const events = anyEvents(randomFrom(seed), 100);
      const watched = new TraceAssembler({ language: 'python', file: 'demo.py', clock: 'real' });
      for (const event of events) {
        watched.add([event]);
        watched.snapshot(watched.now + 3);
      }
      const ending = { exit: { code: 0, reason: 'completed' }, wallMs: 10 } as const;
      assert.deepEqual(watched.finish(ending), assemble(events));
    }
  });

  it('looking at a long run now and then changes nothing, and costs no truth', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const random = randomFrom(seed);
      const events = longRun(random, 3000);
      const watched = new TraceAssembler({ language: 'python', file: 'demo.py', clock: 'real' });
      for (const [index, event] of events.entries()) {
        watched.add([event]);
        if (random() < 0.02) {
          const fresh = new TraceAssembler({ language: 'python', file: 'demo.py', clock: 'real' });
          fresh.add(events.slice(0, index + 1));
          const ahead = random() * 3;
          assert.deepEqual(watched.snapshot(watched.now + ahead), fresh.snapshot(fresh.now + ahead));
        }
      }
    }
  });
});
