import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { defaultLimits } from '../../../../src/core/run/limits';
import { pythonCommand } from '../../../../src/core/run/python';
import { TraceAssembler } from '../../../../src/core/trace/model';
import type { TraceEvent } from '../../../../src/core/trace/events';
import type { Clock, Trace } from '../../../../src/core/trace/trace';
import { assertSound } from '../../trace/sound';

/** The recorder as it is in the sources: it is not built. */
export const recorderFolder = resolve('src/core/run/python');

/** The machine's Python, and every version that the recorder supports. */
export const pythons = [
  'python3',
  'python3.9',
  'python3.10',
  'python3.11',
  'python3.12',
  'python3.13',
  'python3.14',
] as const;

export interface Outcome {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Recorded extends Outcome {
  readonly events: readonly TraceEvent[];
}

export interface RunOptions {
  /** Defaults to `python3`. */
  readonly python?: string;
  readonly clock?: Clock;
  /** Where `recorder.py` is; a test may have broken it. */
  readonly recorder?: string;
  readonly args?: readonly string[];
  /** Where the program finds modules that are not its own. */
  readonly modules?: string;
  /** Defaults to the program's folder. */
  readonly cwd?: string;
}

/** Whether the machine has this Python, and it is not just `python3` by another name. */
export function isAnother(python: string): boolean {
  return python === 'python3' || ![undefined, versionOf('python3')].includes(versionOf(python));
}

/** Suites on every Python of the list; those that the machine lacks are skipped. */
export function onEachPython(tests: (python: string) => void): void {
  for (const python of pythons) {
    describe(`on ${python}`, () => {
      before(function () {
        if (!isAnother(python)) {
          this.skip();
        }
      });
      tests(python);
    });
  }
}

/** `3.12`, undefined when there is no such Python. */
export function versionOf(python: string): string | undefined {
  const script = 'import sys; print("%d.%d" % sys.version_info[:2])';
  try {
    return execFileSync(python, ['-c', script], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return undefined;
  }
}

/** A folder for programs; `write` returns a program's path, `remove` takes the folder away. */
export function programFolder(): { write(name: string, source: string): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'python-recorder-'));
  return {
    write(name, source) {
      const file = join(folder, name);
      writeFileSync(file, source);
      return file;
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs a program as it is, its output written line by line as on a terminal. */
export async function runPlain(
  file: string,
  { python = 'python3', args = [], modules }: RunOptions = {},
): Promise<Outcome> {
  const child = spawn(python, [file, ...args], {
    cwd: dirname(file),
    env: { ...environment(), PYTHONPATH: modules },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return finished(child);
}

/** Runs a program under the recorder, with the events it wrote. */
export async function runRecorded(file: string, options: RunOptions = {}): Promise<Recorded> {
  const {
    python = 'python3',
    args = [],
    clock = 'real',
    recorder = recorderFolder,
    modules,
    cwd = dirname(file),
  } = options;
  const command = pythonCommand(
    {
      ...{
        language: 'python',
        file,
        args,
        cwd,
        clock,
        interpreter: [python],
        environment: modules === undefined ? {} : { PYTHONPATH: modules },
      },
      ...{ stdin: 'none', limits: defaultLimits },
    },
    { recorderPath: join(recorder, 'recorder.py') },
    {},
  );
  const child = spawn(python, command.args, {
    cwd,
    env: { ...environment(), ...command.env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const lines = text(child.stdio[3] as Readable);
  const outcome = await finished(child);
  return { ...outcome, events: eventsOf(await lines, command.token) };
}

/** Runs a program under the recorder and assembles its trace. */
export async function traceOf(file: string, options: RunOptions = {}): Promise<Trace> {
  return traceFrom(await runRecorded(file, options), file, options.clock);
}

/** The trace of what was recorded, held to what is true of every trace. */
export function traceFrom({ events, code }: Recorded, file: string, clock: Clock = 'real'): Trace {
  const assembler = new TraceAssembler({ language: 'python', file, clock });
  assembler.add(events);
  const reason = code === 0 ? 'completed' : 'failed';
  const trace = assembler.finish({ exit: { code, reason }, wallMs: 0 });
  assertSound(trace);
  return trace;
}

/** What a program wrote, without where in memory its objects were. */
export function withoutAddresses(output: string): string {
  return output.replace(/0x[0-9a-f]+/g, '0x');
}

function environment(): NodeJS.ProcessEnv {
  const own = { PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1' };
  return { ...process.env, PYTHONPATH: undefined, ...own };
}

function eventsOf(lines: string, token: string): readonly TraceEvent[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      assert.ok(line.startsWith(token), line);
      return JSON.parse(line.slice(token.length)) as TraceEvent;
    });
}

async function finished(child: ReturnType<typeof spawn>): Promise<Outcome> {
  const closed = new Promise<Pick<Outcome, 'code' | 'signal'>>((done) => {
    child.once('close', (code, signal) => {
      done({ code, signal });
    });
  });
  const [stdout, stderr, end] = await Promise.all([read(child.stdout), read(child.stderr), closed]);
  return { ...end, stdout, stderr };
}

async function read(stream: Readable | null): Promise<string> {
  return stream === null ? '' : text(stream);
}
