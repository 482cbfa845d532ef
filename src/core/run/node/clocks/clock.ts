/** The run's time, and how much of it the loop slept. */
export interface RunClock {
  /** Milliseconds since the program began. */
  now(): number;
  /** Makes this moment time zero. */
  start(): void;
  /** How long the loop has slept since it was last asked, in milliseconds, given the present time. */
  takeIdle(now: number): number;
}

/** Hears of the program's timers. */
export interface TimedProgram {
  /** The callback of a timer is about to run that was due at `due`. Returns the time. */
  timerFires(due: number): number;
  /** It is over. */
  timerReturned(): void;
}
