import { performance } from 'node:perf_hooks';
import type { SkippingClock } from './skipping-clock';

/** Lets all that tells the program the time tell that of `clock`, counted on from the present. */
export function tellProgramTime(clock: SkippingClock): void {
  tellDate(clock);
  const origin = performance.now();
  Object.defineProperty(performance, 'now', {
    configurable: true,
    writable: true,
    value: function now(): number {
      return origin + clock.look();
    },
  });
  const began = process.hrtime.bigint();
  const bigint = (): bigint => began + BigInt(Math.round(clock.look() * 1e6));
  const hrtime = (since?: readonly [number, number]): [number, number] => {
    const past = since === undefined ? 0n : BigInt(since[0]) * 1_000_000_000n + BigInt(since[1]);
    const time = bigint() - past;
    const seconds = time / 1_000_000_000n;
    return [Number(seconds), Number(time - seconds * 1_000_000_000n)];
  };
  process.hrtime = Object.assign(hrtime, { bigint });
}

function tellDate(clock: SkippingClock): void {
  const RealDate = Date;
  const began = RealDate.now();
  const now = (): number => Math.floor(began + clock.look());
  const told = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) =>
      property === 'now' ? now : (Reflect.get(target, property, receiver) as unknown),
  });
  Object.defineProperty(RealDate.prototype, 'constructor', {
    configurable: true,
    writable: true,
    enumerable: false,
    value: told,
  });
  globalThis.Date = told;
}

/** A thread that sleeps by `Atomics.wait`, with nobody there who could wake it, sleeps in no time. */
export function skipSleepingThread(clock: SkippingClock, isAlone: () => boolean): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it has no use for `this`
  const { wait } = Atomics;
  const skipping = (...args: Parameters<typeof wait>): ReturnType<typeof wait> => {
    const timeout = args[3];
    if (timeout === undefined || !Number.isFinite(timeout) || !isAlone()) {
      return wait(...args);
    }
    const [array, index, value] = args;
    const result = wait(array, index, value, 0);
    if (result === 'timed-out') {
      clock.skip(Math.max(0, timeout));
    }
    return result;
  };
  Object.defineProperty(Atomics, 'wait', { configurable: true, writable: true, value: skipping });
}
