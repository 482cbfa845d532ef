import { clearTimeout, setTimeout } from 'node:timers';
import { stickyNotes } from './note';

/** A timer as Node keeps it. */
export interface NodeTimer {
  _idleTimeout: number;
  readonly _destroyed: boolean;
  refresh: () => unknown;
  ref: () => unknown;
  unref: () => unknown;
  hasRef: () => boolean;
}

/** Follows the timers of the program, and those that Node makes for it. */
export interface TimerWatcher {
  /** A timer has been made, or set anew, that is to run after `delay` milliseconds. Returns when it is due. */
  set(timer: NodeTimer, delay: number): number;
  /** Its callback is about to run, which was due at the time that `set` or `repeats` gave. */
  fires(timer: NodeTimer, due: number): void;
  /** Its callback is over, or has thrown. */
  returned(): void;
  /** It is to run again `delay` milliseconds after its callback began. Returns when that is. */
  repeats(timer: NodeTimer, delay: number): number;
  /** There only to keep Node from calling a timer until `release` is used on it. */
  readonly references?: TimerReferences;
}

/** Says which of the timers that are held keep the program alive, in Node's place. */
export interface TimerReferences {
  /** Undefined for a timer that is not held. */
  get(timer: NodeTimer): boolean | undefined;
  set(timer: NodeTimer, keepsAlive: boolean): void;
}

interface Kept {
  readonly args: unknown;
  readonly delay: number;
  repeat: number | null;
  due: number;
  isCalled: boolean;
}

/** As long as Node can wait: some 24 days. */
const HELD_MS = 2 ** 31 - 1;
/** What Node sets a timer to that has been cleared. */
const CLEARED = -1;

let isOwn = false;
let native: Pick<NodeTimer, 'refresh' | 'ref' | 'unref' | 'hasRef'> | null = null;

/** A timer of the recorder's own, on real time, that no watcher hears of and that keeps nothing alive. */
export function quietTimer(callback: () => void, delay: number): NodeJS.Timeout {
  isOwn = true;
  try {
    return setTimeout(callback, delay).unref();
  } finally {
    isOwn = false;
  }
}

/**
 * Hears of every timer when it is made and just before its callback runs, without a wrapper around the callback, so
 * that no order and no stack trace changes: Node sets a timer's `_timerArgs` when it makes it, reads them at that very
 * moment, and reads `_repeat` when the callback is over.
 * @returns False where Node keeps its timers in another way.
 */
export function watchTimers(watcher: TimerWatcher): boolean {
  const sample = setTimeout(() => undefined, 1);
  clearTimeout(sample);
  if (!('_timerArgs' in sample) || !('_idleTimeout' in sample) || !('_repeat' in sample)) {
    return false;
  }
  const kept = stickyNotes<Kept>();
  const prototype = Object.getPrototypeOf(sample) as NodeTimer;
  const isHeld = watcher.references !== undefined;
  Object.defineProperties(prototype, {
    _timerArgs: {
      configurable: true,
      get(this: NodeTimer) {
        const timer = kept.on(this);
        if (timer !== undefined) {
          timer.isCalled = true;
          watcher.fires(this, timer.due);
        }
        return timer?.args;
      },
      set(this: NodeTimer, args: unknown) {
        if (!isOwn) {
          const delay = this._idleTimeout;
          this._idleTimeout = isHeld ? HELD_MS : delay;
          const due = watcher.set(this, delay);
          kept.stick(this, { args, delay, repeat: null, due, isCalled: false });
        }
      },
    },
    _repeat: {
      configurable: true,
      get(this: NodeTimer) {
        const timer = kept.on(this);
        if (timer === undefined) {
          return null;
        }
        const { repeat, isCalled } = timer;
        timer.isCalled = false;
        if (isCalled) {
          watcher.returned();
        }
        if (isCalled && repeat !== null && this._idleTimeout !== CLEARED) {
          timer.due = watcher.repeats(this, repeat);
        }
        return repeat !== null && isHeld ? HELD_MS : repeat;
      },
      set(this: NodeTimer, repeat: number | null) {
        const timer = kept.on(this);
        if (timer !== undefined) {
          timer.repeat = repeat;
        }
      },
    },
  });
  const { refresh, ref, unref, hasRef } = prototype;
  native = { refresh, ref, unref, hasRef };
  prototype.refresh = function (this: NodeTimer) {
    const timer = kept.on(this);
    if (timer !== undefined && this._idleTimeout !== CLEARED) {
      this._idleTimeout = isHeld ? HELD_MS : timer.delay;
      timer.due = watcher.set(this, timer.delay);
    }
    return Reflect.apply(refresh, this, []);
  };
  if (watcher.references !== undefined) {
    watchReferences(prototype, watcher.references);
  }
  return true;
}

/** Keeps Node from staying alive for a timer; returns whether it would have. */
export function dropReference(timer: NodeTimer): boolean {
  const keepsAlive = natively('hasRef', timer) === true;
  if (keepsAlive) {
    natively('unref', timer);
  }
  return keepsAlive;
}

/** Lets Node call timers that were held, in this order, in the round of timers that comes next. */
export function release(
  timers: readonly { readonly timer: NodeTimer; readonly keepsAlive: boolean }[],
): void {
  for (const { timer, keepsAlive } of timers) {
    timer._idleTimeout = 0;
    if (keepsAlive) {
      natively('ref', timer);
    }
    natively('refresh', timer);
  }
}

function natively(method: 'refresh' | 'ref' | 'unref' | 'hasRef', timer: NodeTimer): unknown {
  return Reflect.apply((native ?? timer)[method], timer, []);
}

function watchReferences(prototype: NodeTimer, references: TimerReferences): void {
  prototype.hasRef = function (this: NodeTimer) {
    return references.get(this) ?? natively('hasRef', this) === true;
  };
  for (const [method, keepsAlive] of [
    ['ref', true],
    ['unref', false],
  ] as const) {
    prototype[method] = function (this: NodeTimer) {
      if (references.get(this) === undefined) {
        return natively(method, this);
      }
      references.set(this, keepsAlive);
      return this;
    };
  }
}
