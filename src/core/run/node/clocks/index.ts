import type { Clock } from '../../../trace/trace';
import { watchTimers } from '../runtime/timers';
import type { RunClock } from './clock';
import { HeldTimers } from './held-timers';
import { skipSleepingThread, tellProgramTime } from './program-time';
import { RealClock } from './real-clock';
import { RealTimers } from './real-timers';
import { SkippingClock } from './skipping-clock';
import { underWay } from './under-way';

export interface InstalledClock {
  readonly clock: RunClock;
  /** Whom to tell when a timer's callback is about to run that was due at the time given. */
  onTimer: (due: number) => void;
}

/**
 * Puts the run's clock in place.
 * @param streams The program's standard streams, as far as it has used them.
 */
export function installClock(name: Clock, streams: () => readonly unknown[]): InstalledClock {
  const skipping = name === 'real' ? null : new SkippingClock(name === 'virtual');
  const installed: InstalledClock = { clock: skipping ?? new RealClock(), onTimer: () => undefined };
  const onFire = (due: number): void => {
    installed.onTimer(due);
  };
  if (skipping === null) {
    watchTimers(new RealTimers(installed.clock, onFire));
    return installed;
  }
  const active = underWay(streams);
  if (watchTimers(new HeldTimers(skipping, onFire, active))) {
    tellProgramTime(skipping);
    skipSleepingThread(skipping, () => !process.getActiveResourcesInfo().includes('MessagePort'));
  }
  return installed;
}
