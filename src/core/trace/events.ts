import type { Language } from '../language';
import type { Clock, Outcome } from './trace';

/**
 * `program`: the main thread before and around any loop; `thread`: work handed to a thread; `process`: a process that
 * the program started, or work handed to one.
 */
export type LaneKind = 'program' | 'task' | 'call' | 'thread' | 'process';

/** True for lanes that run beside the program's main thread, and take no turns with others. */
export function runsBeside(kind: LaneKind | undefined): boolean {
  return kind === 'thread' || kind === 'process';
}

/** What lanes share and wait for. */
export type SharedKind = 'queue' | 'semaphore' | 'lock';

/**
 * What a recorder writes: one JSON array a line, its tag first, then the time in milliseconds since the program
 * started, on the run's clock, to a thousandth. Lanes are positive integers given by the recorder, never reused.
 * Lines count from 1; null where a fact is unknown. Only lines of the learner's own files are named. Where the last
 * member is a file's number, it says what file the line is in; without it that is the main file.
 */
export type TraceEvent =
  /** First event. `pid` is the recorded process. */
  | readonly ['start', number, { language: Language; file: string; clock: Clock; pid: number }]
  /** From now on this number stands for a file beside the main one: a path from the main file's folder, with `/`. */
  | readonly ['file', number, number, string]
  /** A loop began to turn, or ended: `asyncio.run`; once, at the start and at exit, in Node. */
  | readonly ['loop', number, 'begin' | 'end']
  /** A lane was created by `parent`; `line` is that of the function's definition. */
  | readonly ['lane', number, number, number | null, string, LaneKind, number | null, number?]
  /** A lane takes the loop, by its creator's call (it then runs inside its creator) or by being resumed. */
  | readonly ['run', number, number, number | null, number?]
  /** A lane gives the loop back at `line` to wait for `on`; the last member names the lanes it waits for. */
  | readonly ['wait', number, number, number | null, string, readonly number[], number?]
  /** What a lane waited for is there, and it could go on from this time, which may lie before earlier events. */
  | readonly ['wake', number, number]
  /** The second lane awaits the first directly: the first is a call inside it, from its creation on. */
  | readonly ['nest', number, number, number]
  /** A lane ended. The last member is the exception's text for `failed`, else null. */
  | readonly ['end', number, number, Outcome, string | null]
  /** A call `on`, at `line`, has just held the thread for `duration` milliseconds, up to this time. */
  | readonly ['block', number, number | null, number | null, string, number, number?]
  /** The loop slept for `duration` milliseconds, up to this time. */
  | readonly ['idle', number, number]
  /** The program wrote text while this lane ran. */
  | readonly ['out', number, number | null, 'stdout' | 'stderr', string]
  /** The program set a mark of its own. */
  | readonly ['mark', number, number | null, string]
  /** A lane was asked to cancel by another, else by what the last member names (`asyncio.timeout`), where that is known. */
  | readonly ['cancel', number, number, number | null, string?]
  /** A coroutine or promise of this function, called at `line`, was never awaited. */
  | readonly ['never-awaited', number, number | null, string, number | null, number?]
  /** A lane failed, and until the program ended (or the lane was collected) nobody asked for its exception. */
  | readonly ['unretrieved', number, number]
  /** A lane that was not over was collected, because nobody had kept its task. */
  | readonly ['destroyed', number, number]
  /** Something that lanes share: its number (given by the recorder, never reused), the learner's name for it, how much
   *  it takes at most (null: no limit; 1 for a lock) and the line that made it. Its level is 0 until told otherwise. */
  | readonly ['shared', number, number, SharedKind, string, number | null, number | null, number?]
  /** It now holds so many items (queue), or so many of its permits are taken (semaphore, lock), by this lane's doing. */
  | readonly ['level', number, number, number, number | null]
  /** Every lane waits and nothing is scheduled that could wake one. */
  | readonly ['deadlock', number]
  /** Last event: the program has ended and the recorder lost nothing. */
  | readonly ['exit', number];
