import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from '../../../src/core/run/launch';
import { defaultLimits } from '../../../src/core/run/limits';
import { listProcesses } from '../../../src/core/run/process-list';
import type { RunEnd, RunLimits, RunRequest } from '../../../src/core/run/run';
import type { TraceEvent } from '../../../src/core/trace/events';

interface Launched {
  readonly end: RunEnd;
  readonly output: string;
  readonly events: readonly TraceEvent[];
}

describe('launching a program', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'async-tutor-launch-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs JavaScript as it is, without a recorder: the limits are the launcher's own. */
  async function run(
    source: string,
    limits: Partial<RunLimits> = {},
    stopAfterMs?: number,
  ): Promise<Launched> {
    const file = path.join(folder, 'program.js');
    writeFileSync(file, source);
    const request: RunRequest = {
      ...{
        language: 'typescript',
        file,
        args: [],
        cwd: folder,
        clock: 'real',
        stdin: 'none',
        environment: {},
      },
      interpreter: [process.execPath],
      limits: { ...defaultLimits, ...limits },
    };
    let output = '';
    const events: TraceEvent[] = [];
    const started = launch(
      request,
      { args: [file], env: {} },
      {
        onEvents: (some) => events.push(...some),
        onOutput: (_stream, text) => {
          output += text;
        },
      },
    );
    if (stopAfterMs !== undefined) {
      await sleep(stopAfterMs);
      started.stop();
    }
    return { end: await started.done, output, events };
  }

  const isAlive = async (pid: number) => (await listProcesses()).some((other) => other.pid === pid);

  it('gives the output and the exit code of a program that completes', async () => {
    const { end, output } = await run('console.log("täglich"); console.error("😀")');
    assert.deepEqual(end.exit, { code: 0, reason: 'completed' });
    assert.equal(end.problem, null);
    assert.deepEqual(output.split('\n').sort(), ['', 'täglich', '😀']);
  });

  it('says with which code a program failed', async () => {
    const { end } = await run('process.exit(7)');
    assert.deepEqual(end.exit, { code: 7, reason: 'failed' });
    assert.match(end.problem ?? '', /exit code 7/);
  });

  it('ends an endless loop after its time', async () => {
    const { end } = await run('for (;;);', { timeoutMs: 300 });
    assert.equal(end.exit.reason, 'timeout');
    assert.match(end.problem ?? '', /still running after 0\.3 s/);
  });

  it('ends a program that does not listen to SIGTERM', async () => {
    const { end } = await run('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)', {
      timeoutMs: 300,
    });
    assert.equal(end.exit.reason, 'timeout');
  });

  it('ends a program that prints without end, and hands on no more than the limit and one chunk', async () => {
    const { end, output } = await run('for (;;) process.stdout.write("x".repeat(1000) + "\\n")', {
      outputBytes: 50_000,
    });
    assert.equal(end.exit.reason, 'output-limit');
    assert.ok(output.length >= 50_000 && output.length < 200_000, String(output.length));
  });

  it('ends a program that takes too much memory, also outside the heap', async () => {
    const { end } = await run(
      'const kept = []; setInterval(() => kept.push(Buffer.alloc(20_000_000, 1)), 10)',
      { memoryBytes: 300 * 1024 * 1024 },
    );
    assert.equal(end.exit.reason, 'memory-limit');
  });

  it('stops when it is asked to', async () => {
    const { end } = await run('setInterval(() => {}, 1000)', {}, 200);
    assert.equal(end.exit.reason, 'killed');
  });

  it('leaves no process behind, not even one that left its process group', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const { end, output } = await run(
      `const { spawn } = require('node:child_process');
       const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
       console.log(child.pid);
       setInterval(() => {}, 1000);`,
      {},
      700,
    );
    assert.equal(end.exit.reason, 'killed');
    const grandchild = Number(output);
    assert.ok(grandchild > 0);
    assert.equal(await isAlive(grandchild), false);
  });

  it('says so when the interpreter cannot be started', async () => {
    const { done } = launch(
      {
        ...{ language: 'python', file: 'x.py', args: [], cwd: folder, clock: 'real', stdin: 'none' },
        ...{ interpreter: ['no-such-python'], environment: {}, limits: defaultLimits },
      },
      { args: [], env: {} },
      { onEvents: () => undefined, onOutput: () => undefined },
    );
    const { exit, problem } = await done;
    assert.deepEqual(exit, { code: null, reason: 'failed' });
    assert.match(problem ?? '', /^no-such-python could not be started/);
  });

  it('reads events from the third channel and passes over what is none', async () => {
    const { events } = await run(
      `const { writeSync } = require('node:fs');
       writeSync(3, '["idle",5,2]\\nnonsense\\n["idle",9');
       writeSync(3, ',1]\\n["idle",12');`,
    );
    assert.deepEqual(events, [
      ['idle', 5, 2],
      ['idle', 9, 1],
    ]);
  });

  it('drops events past the limit, and the program goes on', async () => {
    const { end, events, output } = await run(
      `const { writeSync } = require('node:fs');
       for (let i = 0; i < 2000; i++) writeSync(3, '["idle",5,2]\\n');
       console.log('end');`,
      { traceBytes: 5000 },
    );
    assert.equal(end.exit.reason, 'completed');
    assert.equal(output, 'end\n');
    assert.ok(events.length < 2000);
  });
});
