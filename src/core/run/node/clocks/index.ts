import { performance } from 'node:perf_hooks';
import type { Clock } from '../../../trace/trace';
import { watchTimers } from '../runtime/timers';
import type { RunClock, TimedProgram } from './clock';
import { HeldTimers } from './held-timers';
import { skipSleepingThread, tellProgramTime } from './program-time';
import { RealClock } from './real-clock';
import { RealTimers } from './real-timers';
import { SkippingClock } from './skipping-clock';
import { watchOwnTalk } from './under-way';

export interface InstalledClock {
  readonly clock: RunClock;
  /** To be asked when the loop has come to its end: true when it has to go on, for a timer that was held back. */
  emptied: () => boolean;
}

/**
 * Puts the run's clock in place.
 * @param streams The program's standard streams, as far as it has used them.
 */
export function installClock(
  name: Clock,
  program: TimedProgram,
  streams: () => readonly unknown[],
): InstalledClock {
  const skipping = name === 'real' ? null : new SkippingClock(name === 'virtual');
  const installed: InstalledClock = {
    clock: skipping ?? new RealClock(),
    emptied: () => false,
  };
  if (skipping === null) {
    watchTimers(new RealTimers(installed.clock, program));
    return installed;
  }
  const held = new HeldTimers(skipping, program, watchOwnTalk(streams), performance.now.bind(performance));
  if (watchTimers(held)) {
    installed.emptied = () => held.emptied();
    tellProgramTime(skipping);
    skipSleepingThread(skipping, () => !process.getActiveResourcesInfo().includes('MessagePort'));
  }
  return installed;
}
