import { clearTimeout, setTimeout } from 'node:timers';

interface TimerFields {
  _idleTimeout: number;
  _repeat: number | null;
}

/**
 * Hears of every timer just before its callback runs, without a wrapper around the callback, so that no order and
 * no stack trace changes: Node reads a timer's `_timerArgs` at that very moment, and sets it when the timer is made.
 */
export function watchTimers(now: () => number, onFire: (due: number) => void): void {
  const sample = setTimeout(() => undefined, 1);
  clearTimeout(sample);
  if (!('_timerArgs' in sample)) {
    return;
  }
  const known = new WeakMap<object, { args: unknown; due: number }>();
  Object.defineProperty(Object.getPrototypeOf(sample), '_timerArgs', {
    configurable: true,
    get(this: TimerFields) {
      const timer = known.get(this);
      if (timer === undefined) {
        return undefined;
      }
      onFire(timer.due);
      timer.due = now() + (this._repeat ?? 0);
      return timer.args;
    },
    set(this: TimerFields, args: unknown) {
      known.set(this, { args, due: now() + this._idleTimeout });
    },
  });
}
