import type { Language } from '../language';
import type { Clock, Exit, Trace } from './trace';

/** What is known of a program before its first event. */
export interface Program {
  readonly language: Language;
  readonly file: string;
  readonly clock: Clock;
}

/** A run that is not over yet: lanes that have not ended are pending. */
export type LiveTrace = Omit<Trace, 'exit' | 'findings'>;

/** How a run ended. */
export interface RunEnding {
  readonly exit: Exit;
  /** Wall-clock milliseconds since the program's start, for a stream that was cut before its last event. */
  readonly wallMs: number;
  /** True when events were dropped: the trace then ends with the last that is left. */
  readonly traceCut?: boolean;
  /** The main file's text: what needs an earlier result is then not called independent. */
  readonly source?: string | null;
  /** The same of the program's other files, by the path that the trace names them by. */
  readonly sources?: ReadonlyMap<string, string>;
}
