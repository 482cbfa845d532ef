import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { EventEmitter } from 'node:events';
import { basename, isAbsolute } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { RunClock } from '../clocks/clock';
import { errorText } from './errors';
import type { EventWriter } from './events';
import { nowhere } from './sites';

const LONGEST = 40;

type Emit = (name: string | symbol, ...args: readonly unknown[]) => boolean;

/** Gives the threads and processes that the program starts lanes of their own, from their start to their end. */
export class Started {
  #module: unknown;

  constructor(
    private readonly clock: RunClock,
    private readonly events: EventWriter,
    /** Null while the program has not begun. */
    private readonly newLane: () => { readonly id: number; readonly parent: number | null } | null,
  ) {}

  /** What a worker is about to be made of. Hands it back as it is. */
  module<Value>(module: Value): Value {
    this.#module = module;
    return module;
  }

  watch(): void {
    subscribe('worker_threads', (message) => {
      const worker = memberOf(message, 'worker');
      if (isWorker(worker) && !isNodes(worker)) {
        this.#follow(worker, workerName(this.#module));
      }
      this.#module = undefined;
    });
    subscribe('child_process', (message) => {
      const child = memberOf(message, 'process');
      if (isChild(child)) {
        onceSet(child, 'spawnargs', () => {
          this.#follow(child, childName(child.spawnfile, child.spawnargs));
        });
      }
    });
  }

  #follow(started: ChildProcess | Worker, name: string): void {
    const lane = this.newLane();
    if (lane === null) {
      return;
    }
    const { id, parent } = lane;
    const now = this.clock.now();
    this.events.lane(now, id, parent, name, isWorker(started) ? 'thread' : 'process', nowhere);
    this.events.run(now, id, nowhere, null);
    let error: string | null = null;
    let isOver = false;
    const end = (outcome: 'done' | 'failed' | 'cancelled', text: string | null): void => {
      if (!isOver) {
        isOver = true;
        this.events.end(this.clock.now(), id, outcome, text);
      }
    };
    const emit: Emit = started.emit.bind(started);
    hide(started, 'emit', (name: string | symbol, ...args: readonly unknown[]): boolean => {
      if (name === 'error') {
        error = errorText(args[0]);
      }
      if (name === 'exit') {
        const [code, signal] = args;
        const isAsked = isChild(started) ? started.killed : error === null && code !== 0;
        const text = error ?? exitText(code, signal);
        end(text === null ? 'done' : isAsked ? 'cancelled' : 'failed', isAsked ? null : text);
      } else if (name === 'error' && isChild(started) && started.pid === undefined) {
        end('failed', error);
      }
      return emit(name, ...args);
    });
  }
}

function exitText(code: unknown, signal: unknown): string | null {
  if (typeof signal === 'string') {
    return `ended by ${signal}`;
  }
  return code === 0 ? null : `exit code ${String(code)}`;
}

function workerName(module: unknown): string {
  const text = module instanceof URL ? module.pathname : module;
  const isPath = typeof text === 'string' && /^[^\n]*\.[cm]?[jt]sx?$/.test(text);
  return isPath ? basename(text) : 'Worker';
}

/** A shell is named by what it is told to do, any other program by its command line. */
function childName(file: string, args: readonly string[]): string {
  const flag = args.findIndex((arg) => /^(?:-c|\/c)$/i.test(arg));
  const isShell = /^(?:(?:ba|z|da)?sh|cmd(?:\.exe)?)$/i.test(basename(file));
  const words = isShell && flag > 0 ? args.slice(flag + 1) : [file, ...args.slice(1)];
  const text = words
    .map((word) => (isAbsolute(word) ? basename(word) : word))
    .join(' ')
    .replace(/\s+/g, ' ');
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** Calls back when a property has been given a value, which it then simply has. */
function onceSet(object: object, name: string, callback: () => void): void {
  Object.defineProperty(object, name, {
    configurable: true,
    enumerable: true,
    get: () => undefined,
    set: (value: unknown) => {
      Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
      callback();
    },
  });
}

function hide(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, configurable: true, writable: true, enumerable: false });
}

/** Tells both without their modules, which most programs do without. */
function isWorker(started: unknown): started is Worker {
  return started instanceof EventEmitter && 'threadId' in started;
}

function isChild(started: unknown): started is ChildProcess {
  return started instanceof EventEmitter && 'spawn' in started;
}

/** True for the thread that Node itself starts for hooks. */
function isNodes(worker: Worker): boolean {
  return worker.constructor.name === 'InternalWorker';
}

function memberOf(message: unknown, name: string): unknown {
  return typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined;
}
