import * as l10n from '@vscode/l10n';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExitReason } from '../trace/trace';
import type { RecorderCommand } from './command';
import { readEvents } from './event-stream';
import { problemOf } from './limits';
import { ProcessTree, RUN_VARIABLE } from './process-tree';
import type { Run, RunEnd, RunListener, RunRequest } from './run';

/** How often the memory is looked at; a look at the processes costs most on Windows. */
const memoryPollMs = process.platform === 'win32' ? 3000 : 250;
/** How long pipes may stay open after the last process has ended, in milliseconds. */
const drainMs = 1000;

/** Starts a program under its recorder, in a process group of its own that ends when the run does. */
export function launch(request: RunRequest, recorder: RecorderCommand, listener: RunListener): Run {
  let begun: number | undefined;
  const started = performance.now();
  const [program = '', ...options] = request.interpreter;
  const runId = randomUUID();
  const child = spawn(program, [...options, ...recorder.args], {
    cwd: request.cwd,
    env: { ...process.env, ...request.environment, ...recorder.env, [RUN_VARIABLE]: runId },
    stdio: [request.stdin === 'inherit' ? 'inherit' : 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  if (child.pid === undefined) {
    return { stop: () => undefined, done: couldNotStart(child, program) };
  }
  child.on('error', () => undefined);
  const tree = new ProcessTree(child.pid, runId);
  const watch = new Watch(request, tree);
  watch.output(child, listener);
  const ofRecorder = { token: recorder.token ?? '', mostBytes: request.limits.traceBytes };
  const stream = readEvents(child.stdio[3] as Readable, ofRecorder, (events) => {
    begun ??= performance.now();
    listener.onEvents(events);
  });
  const done = whenOver(child, watch).then((code): RunEnd => {
    const reason = watch.reason ?? (code === 0 ? 'completed' : 'failed');
    const wallMs = performance.now() - (begun ?? started);
    const traceCut = stream.full && !stream.complete;
    const problem = problemOf(reason, request.limits, code, stream.forged);
    return { exit: { code, reason }, wallMs, traceCut, problem };
  });
  return {
    stop: () => {
      watch.end('killed');
    },
    done,
  };
}

async function couldNotStart(child: ChildProcess, program: string): Promise<RunEnd> {
  const error = await new Promise<Error>((resolve) => child.once('error', resolve));
  const problem = l10n.t(
    '{0} could not be started ({1}). Is it installed, and is its path right?',
    program,
    error.message,
  );
  return { exit: { code: null, reason: 'failed' }, wallMs: 0, traceCut: false, problem };
}

async function whenOver(child: ChildProcess, watch: Watch): Promise<number | null> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  await watch.finish();
  const drained = new AbortController();
  await Promise.race([closed, sleep(drainMs, undefined, { signal: drained.signal }).catch(() => undefined)]);
  drained.abort();
  for (const stream of child.stdio) {
    stream?.destroy();
  }
  return code;
}

/** Holds a program to its limits. The first one that it breaks is the reason for its end. */
class Watch {
  reason: ExitReason | null = null;
  readonly #request: RunRequest;
  readonly #tree: ProcessTree;
  readonly #timeout: NodeJS.Timeout;
  readonly #memory: NodeJS.Timeout;
  readonly #onExit = () => {
    this.#tree.signalGroup('SIGKILL');
  };
  #ending: Promise<void> | undefined;
  #bytes = 0;

  constructor(request: RunRequest, tree: ProcessTree) {
    this.#request = request;
    this.#tree = tree;
    const { timeoutMs, memoryBytes } = request.limits;
    this.#timeout = setTimeout(() => {
      this.end('timeout');
    }, timeoutMs);
    let looking = false;
    this.#memory = setInterval(() => {
      if (looking) {
        return;
      }
      looking = true;
      void tree.residentBytes().then((bytes) => {
        looking = false;
        if (bytes > memoryBytes) {
          this.end('memory-limit');
        }
      });
    }, memoryPollMs);
    process.once('exit', this.#onExit);
  }

  /** Hands on what the program writes, up to the limit. */
  output(child: ChildProcess, listener: RunListener): void {
    for (const name of ['stdout', 'stderr'] as const) {
      const stream = child[name];
      stream?.setEncoding('utf8');
      stream?.on('error', () => undefined);
      stream?.on('data', (text: string) => {
        const before = this.#bytes;
        this.#bytes += Buffer.byteLength(text);
        if (before > this.#request.limits.outputBytes) {
          return;
        }
        listener.onOutput(name, text);
        if (this.#bytes > this.#request.limits.outputBytes) {
          this.end('output-limit');
        }
      });
    }
  }

  end(reason: ExitReason): void {
    if (this.#ending === undefined) {
      this.reason = reason;
      this.#ending = this.#tree.end();
      this.#tree.signalGroup('SIGTERM');
    }
  }

  /** The program has ended by itself or was ended: nothing that it started outlives it. */
  async finish(): Promise<void> {
    clearTimeout(this.#timeout);
    clearInterval(this.#memory);
    await (this.#ending ??= this.#tree.end());
    process.off('exit', this.#onExit);
  }
}
