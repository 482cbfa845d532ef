import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { BatchReader } from '../../../../src/core/run/batch';
import { nodeCommand } from '../../../../src/core/run/node';
import type { TraceEvent } from '../../../../src/core/trace/events';
import { TraceAssembler } from '../../../../src/core/trace/model';
import type { Clock, Trace } from '../../../../src/core/trace/trace';
import { assertLoopWhole, assertOneRuns, assertSound } from '../../trace/sound';

export const registerPath = resolve('dist/recorder/node/register.js');
const folders = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'));
const installed = folders.map((folder) => join(folder, 'node'));

/** The Node that comes with the project, and the machine's own, often older. */
export const nodes: readonly string[] = [resolve('node_modules/node/bin/node'), ...installed]
  .filter((node) => existsSync(node))
  .map((node) => realpathSync(node))
  .filter((node, index, all) => all.indexOf(node) === index);

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Recorded extends Outcome {
  readonly events: readonly TraceEvent[];
}

export interface RunOptions {
  readonly node?: string;
  readonly args?: readonly string[];
  readonly clock?: Clock;
  readonly traceBytes?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Loaded after the recorder and before the program. */
  readonly alsoRequire?: string;
  /** Called with the recorder's channel when the program has started. */
  readonly onChannel?: (channel: Readable) => void;
}

/** A new folder with these files; `remove` takes it away. */
export function folderWith(files: Readonly<Record<string, string>>): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'recorded-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true });
    },
  };
}

/** Runs a program as it is. */
export async function runPlain(file: string, options: RunOptions = {}): Promise<Outcome> {
  const child = spawn(options.node ?? process.execPath, [file, ...(options.args ?? [])], {
    cwd: dirname(file),
  });
  child.stdin.end();
  return finished(child);
}

/** Runs a program under the built recorder. */
export async function runRecorded(file: string, options: RunOptions = {}): Promise<Recorded> {
  assert.ok(existsSync(registerPath), 'The recorder is not built: run `node esbuild.js` first.');
  const command = nodeCommand(
    {
      language: 'typescript',
      file,
      args: options.args ?? [],
      cwd: dirname(file),
      clock: options.clock ?? 'real',
      interpreter: [],
      environment: {},
      stdin: 'none',
      limits: {
        timeoutMs: 60_000,
        outputBytes: 1e7,
        traceBytes: options.traceBytes ?? 1e8,
        memoryBytes: 1e9,
      },
    },
    registerPath,
  );
  const also = options.alsoRequire === undefined ? [] : ['--require', options.alsoRequire];
  const child = spawn(
    options.node ?? process.execPath,
    [...command.args.slice(0, 2), ...also, ...command.args.slice(2)],
    {
      cwd: dirname(file),
      env: { ...process.env, ...options.environment, ...command.env },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  );
  const channel = child.stdio[3] as Readable;
  options.onChannel?.(channel);
  const lines = channel.destroyed ? Promise.resolve('') : text(channel);
  const outcome = await finished(child);
  return { ...outcome, events: eventsOf(await lines, command.token ?? '') };
}

/** Runs `files` plain and recorded on one Node, and says when they do not do the same. */
export async function assertSame(
  file: string,
  options: RunOptions = {},
): Promise<{ readonly plain: Outcome; readonly recorded: Recorded }> {
  const [plain, recorded] = await Promise.all([runPlain(file, options), runRecorded(file, options)]);
  assert.equal(recorded.stdout, plain.stdout);
  assert.equal(withoutMapTraces(recorded.stderr), withoutMapTraces(plain.stderr));
  assert.equal(recorded.code, plain.code);
  return { plain, recorded };
}

/** The trace of what was recorded, held to what is true of every trace, and to what is true of one loop. */
export function traceOf({ events, code }: Recorded, file: string, clock: Clock = 'real'): Trace {
  const assembler = new TraceAssembler({ language: 'typescript', file, clock });
  assembler.add(events);
  const exit = { code, reason: code === 0 ? 'completed' : 'failed' } as const;
  const trace = assembler.finish({ exit, wallMs: events.at(-1)?.[1] ?? 0, traceCut: false });
  assertSound(trace);
  assertOneRuns(trace);
  assertLoopWhole(trace);
  return trace;
}

/**
 * Node's own frames tell whether another timer was due in the same turn, which is as it happens. Source maps leave a
 * blank line, write paths for URLs and leave out what a function was called as.
 */
function withoutMapTraces(stderr: string): string {
  return stderr
    .replace(/\n +at (?:runNextTicks|process\.processTimers|listOnTimeout) \(node:[^\n]*/g, '')
    .replace(/\n\n+/g, '\n')
    .replaceAll('file://', '')
    .replace(/ \[as \w+\]/g, '')
    .replace(/at (async )?<anonymous> \((.*)\)/g, 'at $1$2')
    .replace(/^ *\^+$/gm, '^');
}

function eventsOf(lines: string, token: string): readonly TraceEvent[] {
  const batches = new BatchReader();
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      assert.ok(line.startsWith(token), line);
      return batches.eventsOf(line.slice(token.length));
    });
}

async function finished(child: {
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  once(event: 'close', listener: (code: number | null) => void): unknown;
}): Promise<Outcome> {
  assert.ok(child.stdout !== null && child.stderr !== null);
  const closed = new Promise<number | null>((done) => child.once('close', done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, stdout, stderr };
}
