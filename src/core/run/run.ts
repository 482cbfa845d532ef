import type { TraceEvent } from '../trace/events';
import type { Clock, Exit } from '../trace/trace';
import type { Language } from '../language';

/** One execution of a program under its recorder. */
export interface RunRequest {
  readonly language: Language;
  /** Path of the program, absolute or relative to `cwd`: the program sees it as it stands here. */
  readonly file: string;
  readonly args: readonly string[];
  /** Working directory, absolute. */
  readonly cwd: string;
  readonly clock: Clock;
  /** Command line that starts the language's interpreter, without the program: `['python3']`, `[process.execPath]`. */
  readonly interpreter: readonly string[];
  /** Added to this process's environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stdin: 'inherit' | 'none';
  readonly limits: RunLimits;
}

export interface RunLimits {
  readonly timeoutMs: number;
  /** Standard output and standard error together. */
  readonly outputBytes: number;
  /** Events beyond this size are dropped and the trace ends there. */
  readonly traceBytes: number;
  /** Resident memory of the process group. */
  readonly memoryBytes: number;
}

export interface RunListener {
  /** Events in the recorder's order, as they arrive. */
  onEvents(events: readonly TraceEvent[]): void;
  onOutput(stream: 'stdout' | 'stderr', text: string): void;
}

export interface Run {
  /** Ends the program and everything it started; `done` then settles with reason `killed`. */
  stop(): void;
  /** Settles when no process of the run is left. Never rejects. */
  readonly done: Promise<RunEnd>;
}

export interface RunEnd {
  readonly exit: Exit;
  /** Wall-clock milliseconds since the program began, that is since its first event if there was one. */
  readonly wallMs: number;
  /** Whether events were dropped, for `TraceAssembler.finish`. */
  readonly traceCut: boolean;
  /** What to tell the user when it did not complete, or meddled with its recording; null else. */
  readonly problem: string | null;
}
