import { performance } from 'node:perf_hooks';
import type { SkippingClock } from './skipping-clock';

const NANOSECONDS = 1_000_000_000n;

interface PerformanceMarkOptions {
  readonly startTime?: number;
}

interface MeasureOptions {
  readonly start?: string | number;
  readonly end?: string | number;
  readonly duration?: number;
}

/** Lets all that tells the program the time tell that of `clock`, counted on from the present. */
export function tellProgramTime(clock: SkippingClock): void {
  tellDate(clock);
  tellPerformance(clock);
  tellProcess(clock);
}

function tellPerformance(clock: SkippingClock): void {
  const origin = Math.round(performance.now());
  const now = (): number => origin + clock.look();
  const mark = performance.mark.bind(performance);
  const measure = performance.measure.bind(performance);
  define(performance, 'now', now);
  define(performance, 'mark', (name: string, options: PerformanceMarkOptions = {}) =>
    mark(name, { ...options, startTime: options.startTime ?? now() }),
  );
  define(performance, 'measure', (name: string, from: string | MeasureOptions = {}, endMark?: string) => {
    if (typeof from === 'string') {
      return measure(name, { start: from, end: endMark ?? now() });
    }
    const isEnded = from.end !== undefined || (from.start !== undefined && from.duration !== undefined);
    return measure(name, isEnded ? from : { ...from, end: endMark ?? now() });
  });
}

function tellProcess(clock: SkippingClock): void {
  const began = process.hrtime.bigint();
  const uptime = process.uptime();
  const bigint = (): bigint => began + BigInt(Math.round(clock.look() * 1e6));
  const hrtime = (since?: readonly [number, number]): [number, number] => {
    const past = since === undefined ? 0n : BigInt(since[0]) * NANOSECONDS + BigInt(since[1]);
    const time = bigint() - past;
    const seconds = time / NANOSECONDS;
    return [Number(seconds), Number(time - seconds * NANOSECONDS)];
  };
  define(process, 'hrtime', Object.assign(hrtime, { bigint }));
  define(process, 'uptime', () => uptime + clock.look() / 1000);
}

function tellDate(clock: SkippingClock): void {
  const RealDate = Date;
  const began = RealDate.now();
  const now = (): number => Math.floor(began + clock.look());
  define(RealDate, 'now', now);
  const told = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
  });
  define(RealDate.prototype, 'constructor', told);
  define(globalThis, 'Date', told);
}

/** A thread that sleeps by `Atomics.wait`, with nobody there who could wake it, sleeps in no time. */
export function skipSleepingThread(clock: SkippingClock, isAlone: () => boolean): void {
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
  define(Atomics, 'wait', skipping);
}

function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, configurable: true, writable: true, enumerable: false });
}
