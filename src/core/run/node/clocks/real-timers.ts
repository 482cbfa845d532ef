import type { TimerWatcher } from '../runtime/timers';
import type { RunClock, TimedProgram } from './clock';

/** Says when timers are due, and lets Node call them. */
export class RealTimers implements TimerWatcher {
  #startedAt = 0;

  constructor(
    private readonly clock: RunClock,
    private readonly program: TimedProgram,
  ) {}

  set(_timer: unknown, delay: number): number {
    return this.clock.now() + delay;
  }

  fires(_timer: unknown, due: number): void {
    this.#startedAt = this.program.timerFires(due);
  }

  returned(): void {
    this.program.timerReturned();
  }

  repeats(_timer: unknown, delay: number): number {
    return this.#startedAt + delay;
  }
}
