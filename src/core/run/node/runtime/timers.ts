import { clearTimeout, setTimeout } from 'node:timers';

/** A timer as Node keeps it. */
export interface NodeTimer {
  _idleTimeout: number;
  readonly _destroyed: boolean;
  refresh(): unknown;
  hasRef(): boolean;
}

/** Follows the timers of the program, and those that Node makes for it. */
export interface TimerWatcher {
  /** True to keep Node from calling a timer until `release` is used on it. */
  readonly holds: boolean;
  /** A timer has been made, or set anew, that is to run after `delay` milliseconds. */
  set(timer: NodeTimer, delay: number): void;
  /** Its callback is about to run; `repeat` is null for a timer that runs once. */
  fires(timer: NodeTimer, repeat: number | null): void;
}

interface Kept {
  readonly args: unknown;
  readonly delay: number;
  repeat: number | null;
}

/** As long as Node can wait: some 24 days. */
const HELD_MS = 2 ** 31 - 1;

let isOwn = false;

/** A timer of the recorder's own, on real time, that no watcher hears of and that keeps nothing alive. */
export function quietTimer(callback: () => void, delay: number): void {
  isOwn = true;
  try {
    setTimeout(callback, delay).unref();
  } finally {
    isOwn = false;
  }
}

/**
 * Hears of every timer when it is made and just before its callback runs, without a wrapper around the callback, so
 * that no order and no stack trace changes: Node sets a timer's `_timerArgs` when it makes it, and reads them at that
 * very moment.
 * @returns False where Node keeps its timers in another way.
 */
export function watchTimers(watcher: TimerWatcher): boolean {
  const sample = setTimeout(() => undefined, 1);
  clearTimeout(sample);
  if (!('_timerArgs' in sample) || !('_idleTimeout' in sample) || !('_repeat' in sample)) {
    return false;
  }
  const kept = new WeakMap<object, Kept>();
  const prototype = Object.getPrototypeOf(sample) as NodeTimer;
  Object.defineProperties(prototype, {
    _timerArgs: {
      configurable: true,
      get(this: NodeTimer) {
        const timer = kept.get(this);
        if (timer !== undefined) {
          watcher.fires(this, timer.repeat);
        }
        return timer?.args;
      },
      set(this: NodeTimer, args: unknown) {
        if (!isOwn) {
          const delay = this._idleTimeout;
          kept.set(this, { args, delay, repeat: null });
          this._idleTimeout = watcher.holds ? HELD_MS : delay;
          watcher.set(this, delay);
        }
      },
    },
    _repeat: {
      configurable: true,
      get(this: NodeTimer) {
        const repeat = kept.get(this)?.repeat ?? null;
        return watcher.holds && repeat !== null ? HELD_MS : repeat;
      },
      set(this: NodeTimer, repeat: number | null) {
        const timer = kept.get(this);
        if (timer !== undefined) {
          timer.repeat = repeat;
        }
      },
    },
  });
  watchRefresh(prototype, watcher, kept);
  return true;
}

/** Lets Node call held timers in this order, in its next round of timers. */
export function release(timers: readonly NodeTimer[]): void {
  for (const timer of timers) {
    timer._idleTimeout = 1;
    refreshNatively(timer);
  }
}

let refreshNatively = (timer: NodeTimer): unknown => timer.refresh();

function watchRefresh(prototype: NodeTimer, watcher: TimerWatcher, kept: WeakMap<object, Kept>): void {
  const { refresh } = prototype;
  refreshNatively = (timer) => Reflect.apply(refresh, timer, []);
  prototype.refresh = function (this: NodeTimer) {
    const timer = kept.get(this);
    if (timer !== undefined) {
      watcher.set(this, timer.delay);
    }
    return refreshNatively(this);
  };
}
