import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { listProcesses } from '../../src/core/run/process-list';
import type { Lane, Trace } from '../../src/core/trace/trace';
import { assertLoopWhole, assertOneRuns, assertSound } from '../core/trace/sound';
import { execute, Sandbox } from './sandbox';

const fetchInPython = `import asyncio
import time


async def fetch(name, delay=0.2):
    print("start", name)
    await asyncio.sleep(delay)
    print("end", name)
    return name


async def block(name):
    time.sleep(0.2)


`;

const fetchInTypeScript = `import { setTimeout as sleep } from 'node:timers/promises';

async function fetch(name: string): Promise<string> {
  console.log('start', name);
  await sleep(200);
  console.log('end', name);
  return name;
}

async function block(name: string): Promise<void> {
  await sleep(1);
  for (const end = Date.now() + 200; Date.now() < end; );
}

`;

interface Program {
  readonly file: string;
  readonly text: string;
}

interface Language {
  readonly sequential: Program;
  readonly concurrent: Program;
  readonly blocking: Program;
}

const python = (name: string, body: string): Program => ({
  file: `${name}.py`,
  text: `${fetchInPython}async def main():\n    ${body}\n\n\nasyncio.run(main())\n`,
});
const typescript = (name: string, body: string): Program => ({
  file: `${name}.mts`,
  text: `${fetchInTypeScript}async function main(): Promise<void> {\n  ${body}\n}\n\nawait main();\n`,
});

const languages: Readonly<Record<string, Language>> = {
  Python: {
    sequential: python('sequential', 'return [await fetch("A"), await fetch("B"), await fetch("C")]'),
    concurrent: python('together', 'await asyncio.gather(fetch("A"), fetch("B"), fetch("C"))'),
    blocking: python('blocking', 'await asyncio.gather(block("A"), block("B"), block("C"))'),
  },
  TypeScript: {
    sequential: typescript('sequential', "await fetch('A'); await fetch('B'); await fetch('C');"),
    concurrent: typescript('together', "await Promise.all([fetch('A'), fetch('B'), fetch('C')]);"),
    blocking: typescript('blocking', "await Promise.all([block('A'), block('B'), block('C')]);"),
  },
};

/** Sums the time that lanes spend in a state. */
const total = (lanes: readonly Lane[], state: string) =>
  lanes
    .flatMap(({ spans }) => spans.filter((span) => span.state === state))
    .reduce((sum, { start, end }) => sum + end - start, 0);

const between = (value: number, least: number, most: number) => {
  assert.ok(value >= least && value <= most, `${value} lies between ${least} and ${most}`);
};

describe('async-tutor run', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = new Sandbox();
  });
  afterEach(() => {
    sandbox.remove();
  });

  async function traceOf({ file, text }: Program, ...options: readonly string[]): Promise<Trace> {
    sandbox.write(file, text);
    const { code, stdout, stderr } = await sandbox.asyncTutor(['run', file, '--format', 'json', ...options]);
    assert.equal(code, 0, stderr);
    const trace = JSON.parse(stdout) as Trace;
    assertSound(trace);
    assertOneRuns(trace);
    assertLoopWhole(trace);
    return trace;
  }

  for (const [name, programs] of Object.entries(languages)) {
    describe(`in ${name}`, () => {
      it('shows waits one after another as calls of one lane', async () => {
        const trace = await traceOf(programs.sequential);
        between(trace.duration, 590, 1500);
        const caller = trace.lanes.find(({ calls }) => calls.some((call) => call.name === 'fetch'));
        const calls = (caller?.calls ?? []).filter((call) => call.name === 'fetch');
        assert.equal(calls.length, 3);
        for (const [index, call] of calls.slice(1).entries()) {
          assert.ok(call.start >= (calls[index]?.end ?? Infinity));
        }
        between(total(caller === undefined ? [] : [caller], 'waiting'), 570, 1500);
        assert.ok(trace.findings.some(({ kind }) => kind === 'one-after-another'));
      });

      it('shows waits at the same time as lanes side by side', async () => {
        const trace = await traceOf(programs.concurrent);
        between(trace.duration, 190, 900);
        const lanes = trace.lanes.filter((lane) => lane.name === 'fetch');
        assert.equal(lanes.length, 3);
        assert.ok(lanes.every(({ outcome, line }) => outcome === 'done' && line !== null));
        for (const lane of lanes) {
          between(total([lane], 'waiting'), 180, 600);
        }
        // A busy machine may stop a program for a while, which looks as if it calculated.
        assert.deepEqual(
          trace.findings.filter(({ kind }) => kind !== 'blocked-loop'),
          [],
        );
        assert.deepEqual(
          trace.marks.filter(({ kind }) => kind === 'output').map(({ text }) => text.trim()),
          ['start A', 'start B', 'start C', 'end A', 'end B', 'end C'],
        );
      });

      it('shows who blocks the loop, and who is ready meanwhile', async () => {
        const trace = await traceOf(programs.blocking);
        between(trace.duration, 590, 1500);
        const lanes = trace.lanes.filter((lane) => lane.name === 'block');
        between(total(lanes, 'blocked'), 570, 1500);
        assert.ok(total(lanes, 'ready') > 300);
        const found = trace.findings.filter(({ kind }) => kind === 'blocked-loop');
        assert.ok(found.length > 0 && found.every(({ milliseconds }) => milliseconds > 150));
      });

      it('shows the loop idle while all wait', async () => {
        const { loop } = await traceOf(programs.concurrent);
        assert.ok(loop.some(({ state, start, end }) => state === 'idle' && end - start > 100));
      });
    });
  }

  it('prints what the program prints, then the picture and the verdict', async () => {
    const { file, text } = languages['Python']?.concurrent ?? assert.fail();
    sandbox.write(file, text);
    const [recorded, plain] = await Promise.all([
      sandbox.asyncTutor(['run', file]),
      execute(sandbox.folder, 'python3', [file]),
    ]);
    assert.equal(recorded.code, plain.code);
    assert.equal(recorded.stderr, plain.stderr);
    assert.ok(recorded.stdout.startsWith(plain.stdout));
    assert.match(recorded.stdout, /fetch: +[~#]*\[=+WAITING=+\]/);
    assert.match(recorded.stdout, /It took \d+ ms/);
  });

  it('gives the program its arguments, its input and its exit code', async () => {
    sandbox.write('ask.py', 'import sys\nprint(sys.argv, input())\nsys.exit(5)\n');
    const { code, stdout } = await sandbox.asyncTutor(['run', 'ask.py', '--', '--x', 'y'], 'word\n');
    assert.equal(code, 5);
    assert.ok(stdout.startsWith("['ask.py', '--x', 'y'] word\n"), stdout);
  });

  it('stops a program that runs too long, says so, and leaves no process', async () => {
    sandbox.write('endless.py', 'import os\nprint(os.getpid(), flush=True)\nwhile True:\n    pass\n');
    const { code, stdout, stderr } = await sandbox.asyncTutor(['run', 'endless.py', '--timeout', '2']);
    assert.equal(code, 124);
    assert.match(stderr, /still running after 2 s/);
    await sleep(50);
    const pid = Number.parseInt(stdout, 10);
    assert.ok(pid > 0);
    assert.ok((await listProcesses()).every((other) => other.pid !== pid));
  });

  it('stops a program that prints without end', async () => {
    sandbox.write('flood.py', 'while True:\n    print("x" * 10_000)\n');
    const { code, stderr } = await sandbox.asyncTutor(['run', 'flood.py', '--format', 'json']);
    assert.notEqual(code, 0);
    assert.match(stderr, /more than 4 MB of output/);
  });
});
