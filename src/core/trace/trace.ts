import type { Language } from '../language';
import type { MistakeId } from '../mistakes/catalogue';
import type { LaneKind, SharedKind } from './events';

/** Times are milliseconds since the program started, on the run's clock; lines count from 1. */
export interface Trace {
  readonly version: 1;
  readonly language: Language;
  /** Path of the program. */
  readonly file: string;
  readonly clock: Clock;
  readonly duration: number;
  readonly exit: Exit;
  readonly lanes: readonly Lane[];
  /** Busy and idle, without gaps from the loop's start to its end; empty for a program that starts no loop. */
  readonly loop: readonly LoopSpan[];
  readonly marks: readonly Mark[];
  /** The queues, semaphores and locks that were used; absent when there were none, or none that the recorder knows. */
  readonly shared?: readonly Shared[];
  readonly findings: readonly TraceFinding[];
}

/** `skip-idle` skips waiting and keeps CPU time; on `virtual` nothing but timers advances. */
export type Clock = 'real' | 'skip-idle' | 'virtual';

export type ExitReason = 'completed' | 'timeout' | 'output-limit' | 'memory-limit' | 'killed' | 'failed';

export interface Exit {
  /** The process's exit code, null when it ended by a signal or could not be started. */
  readonly code: number | null;
  /** `failed`: it ended by itself with another code than 0; `killed`: somebody stopped it. */
  readonly reason: ExitReason;
}

export type Outcome = 'done' | 'failed' | 'cancelled' | 'pending';

/**
 * `running` has the loop; `waiting` awaits something unfinished; `ready` could go on, but the loop is busy with
 * somebody else; `blocked` has had the loop past the threshold, so that nobody else could run.
 */
export type SpanState = 'running' | 'waiting' | 'ready' | 'blocked';

/** What names a line of the program. */
export interface InFile {
  /** The file that the line is in, when it is not the main one: a path from the main file's folder, `/` between its parts. */
  readonly file?: string;
}

export interface Span extends InFile {
  readonly state: SpanState;
  readonly start: number;
  readonly end: number;
  /** The learner's own line that runs or waits, null where it is unknown. */
  readonly line: number | null;
  /** What is waited for or what blocks, as the learner wrote it: `asyncio.sleep`, `fetch_news`; null when running. */
  readonly on: string | null;
  /** The lanes that a waiting span waits for; absent when it waits for something else. */
  readonly lanes?: readonly number[];
}

/** One task, or one call of an async function that was not directly awaited. */
export interface Lane extends InFile {
  readonly id: number;
  readonly name: string;
  readonly kind: LaneKind;
  readonly parent: number | null;
  /** Line of the function's definition. */
  readonly line: number | null;
  readonly created: number;
  /** Null while the lane is pending. */
  readonly ended: number | null;
  readonly outcome: Outcome;
  /** The exception's text, of a lane that failed. */
  readonly error?: string;
  /** Sorted, without overlap. */
  readonly spans: readonly Span[];
  /** Calls that this lane awaited directly, in order of their start; outer before inner. */
  readonly calls: readonly Call[];
}

/** A directly awaited call: it nests inside its lane, whose spans tell what it did. */
export interface Call extends InFile {
  readonly name: string;
  readonly line: number | null;
  readonly start: number;
  /** Null while it has not returned. */
  readonly end: number | null;
  /** True when it raised or rejected; absent otherwise. */
  readonly failed?: true;
  /** 1 for a call from the lane's own function, 2 for a call from that call, … */
  readonly depth: number;
}

export interface LoopSpan {
  readonly state: 'busy' | 'idle';
  readonly start: number;
  readonly end: number;
}

export type MarkKind = 'output' | 'error-output' | 'mark' | 'cancel';

export interface Mark {
  readonly time: number;
  /** The lane that was running, null when none was; for `cancel` the lane that was asked to end. */
  readonly lane: number | null;
  readonly kind: MarkKind;
  readonly text: string;
  /** For `cancel`: the lane that asked, absent where that is unknown. */
  readonly by?: number;
}

/** Something that lanes share and wait for. */
export interface Shared extends InFile {
  readonly id: number;
  readonly kind: SharedKind;
  /** The learner's name for it. */
  readonly name: string;
  /** How many items or permits it has room for: 1 for a lock, null where there is no limit. */
  readonly limit: number | null;
  /** Line that made it. */
  readonly line: number | null;
  /** Its changes, in order; before the first it was empty and free. */
  readonly levels: readonly Level[];
}

/** From `time` on it holds `value` items (a queue), or `value` permits are taken (a semaphore, a lock). */
export interface Level {
  readonly time: number;
  readonly value: number;
  /** Who put or took, null where that is unknown. */
  readonly lane: number | null;
}

export type TraceFindingKind =
  | 'blocked-loop'
  | 'deadlock'
  | 'never-awaited'
  | 'never-finished'
  | 'never-retrieved'
  | 'destroyed-pending'
  | 'undrained-queue'
  | 'one-after-another';

/** What the trace shows to be worth a sentence. */
export interface TraceFinding extends InFile {
  readonly kind: TraceFindingKind;
  readonly lane: number | null;
  readonly line: number | null;
  /** How long the loop was blocked, or how much time running together would save; 0 where it does not apply. */
  readonly milliseconds: number;
  /** One or two sentences; code in it stands in backticks. */
  readonly message: string;
  /** Section of the lecture. */
  readonly section: string;
  /** The catalogue's mistake that explains it, null where none does. */
  readonly mistake: MistakeId | null;
}
