import assert from 'node:assert/strict';
import { runsBeside, type TraceEvent } from '../../../src/core/trace/events';
import { TraceAssembler } from '../../../src/core/trace/model';
import { parseEvent } from '../../../src/core/trace/parse';
import type { Trace } from '../../../src/core/trace/trace';
import { anyEvents, damaged, longRun, randomFrom } from './random-events';
import { assertLoopWhole, assertOneRuns, assertSound } from './sound';

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
        (event) => event[0] !== 'lane' || !runsBeside(event[5]),
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
