import assert from 'node:assert/strict';
import type { Language } from '../../../../src/core/language';
import type { RunLimits } from '../../../../src/core/run/run';
import type { LaneKind } from '../../../../src/core/trace/events';
import type { ExitReason } from '../../../../src/core/trace/trace';
import { assertSound } from '../../trace/sound';
import { unleash } from './hostile';

interface Hostile {
  readonly what: string;
  readonly limits?: Partial<RunLimits>;
  readonly reason: ExitReason;
  /** The one sentence that the user reads; null when there is nothing to say. */
  readonly problem: RegExp | null;
  /** What it still prints, where that is the point. */
  readonly prints?: RegExp;
}

const tooLong = /^The program was still running after [\d.]+ s and was stopped\. .*\?$/;
const tooMuchMemory = /^The program was stopped because it used more than 400 MB of memory\.$/;
const failed = /^The program ended with exit code 1\.$/;
const done = /^done\n$/m;
const tooMuchOutput = /^The program was stopped because it wrote more than 1 MB of output\.$/;

const programs: Readonly<Record<string, Hostile>> = {
  endless_loop: {
    what: 'loops without end',
    limits: { timeoutMs: 1500 },
    reason: 'timeout',
    problem: tooLong,
  },
  endless_output: {
    what: 'writes without end',
    limits: { outputBytes: 1024 * 1024 },
    reason: 'output-limit',
    problem: tooMuchOutput,
  },
  memory_hog: { what: 'fills the heap', reason: 'memory-limit', problem: tooMuchMemory },
  buffer_hog: { what: 'fills buffers beside the heap', reason: 'memory-limit', problem: tooMuchMemory },
  endless_forks: {
    what: 'starts processes that start processes',
    limits: { timeoutMs: 2000, memoryBytes: 4e9 },
    reason: 'timeout',
    problem: tooLong,
  },
  deaf: {
    what: 'does not listen when it is asked to end',
    limits: { timeoutMs: 1500 },
    reason: 'timeout',
    problem: tooLong,
  },
  detached: { what: 'leaves a detached process behind', reason: 'completed', problem: null },
  closed_pipes: {
    what: 'closes its pipes',
    reason: 'failed',
    problem: /^The program ended with exit code 3\.$/,
  },
  deaf_child: { what: 'leaves a process behind that does not listen', reason: 'completed', problem: null },
  no_folder: { what: 'deletes its folder', reason: 'completed', problem: null, prints: done },
  no_input: { what: 'closes its input', reason: 'completed', problem: null, prints: done },
  no_file: { what: 'deletes its own file', reason: 'failed', problem: failed, prints: /here/ },
  no_text: { what: 'prints what is no text', reason: 'completed', problem: null, prints: done },
  long_line: {
    what: 'prints a very long line',
    reason: 'completed',
    problem: null,
    prints: /^(?:xä){500000}$/,
  },
  killed: {
    what: 'is ended by a signal',
    reason: 'failed',
    problem: /^The program was ended by a signal\.$/,
  },
};

const toldOfForgery = /left out of the trace/;
/** The threads that it writes from. */
const lanesBesides: Readonly<Record<Language, readonly LaneKind[]>> = { python: [], typescript: ['thread'] };

const languages = ['python', 'typescript'] as const satisfies readonly Language[];

for (const language of languages) {
  describe(`a hostile program in ${language}`, function () {
    this.timeout(60_000);
    before(function () {
      if (process.platform === 'win32') {
        this.skip();
      }
    });

    for (const [name, { what, limits, reason, problem, prints }] of Object.entries(programs)) {
      it(`that ${what} ends, says why, and leaves nothing running`, async () => {
        const { end, output, trace, alive } = await unleash(language, name, limits);
        assert.deepEqual([end.exit.reason, trace.exit.reason], [reason, reason]);
        if (problem === null) {
          assert.equal(end.problem, null);
        } else {
          assert.match(end.problem ?? '', problem);
        }
        assert.match(output, prints ?? /(?:)/);
        assert.deepEqual(alive, []);
        assertSound(trace);
      });
    }

    it("that writes to the recorder's channel changes nothing of its trace, and is told so", async () => {
      const { end, output, trace } = await unleash(language, 'false_events');
      assert.deepEqual([end.exit.reason, output, end.traceCut], ['completed', 'done\n', false]);
      assert.doesNotMatch(JSON.stringify(trace), /forged/);
      const [program, ...others] = trace.lanes;
      assert.deepEqual([program?.outcome, others.map(({ kind }) => kind)], ['done', lanesBesides[language]]);
      assert.match(end.problem ?? '', toldOfForgery);
    });

    it("that floods the recorder's channel from a thread changes nothing of its trace", async () => {
      const { end, output, trace } = await unleash(language, 'forger');
      assert.deepEqual([end.exit.reason, output], ['completed', 'done\n']);
      assert.match(end.problem ?? '', toldOfForgery);
      assert.doesNotMatch(JSON.stringify(trace), /forged/);
      const steps = trace.lanes.filter(({ name }) => name === 'step');
      assert.deepEqual(
        steps.map(({ outcome }) => outcome),
        ['done', 'done'],
      );
      for (const { spans } of steps) {
        const waits = spans.filter(({ state }) => state === 'waiting').length;
        // A timer may be due as soon as it is set where the loop is late, and then nobody waits.
        assert.ok(waits > 180 && waits <= 200, `${waits} waits`);
      }
    });

    it('that does more than the trace may hold runs on, and its trace says no more than it knows', async () => {
      const { end, output, trace } = await unleash(language, 'endless_events', { traceBytes: 200_000 });
      assert.equal(end.exit.reason, 'completed');
      assert.equal(output, 'done\n');
      assert.equal(end.traceCut, true);
      assert.ok(trace.duration < end.wallMs, `${trace.duration} of ${end.wallMs}`);
    });
  });
}
