import type { Language } from '../core/language';
import type { TraceEvent } from '../core/trace/events';
import type { Clock, Trace } from '../core/trace/trace';

/** What the panel's title says of a run, and where its program stands. */
export interface RunTitle {
  readonly name: string;
  readonly language: Language;
  readonly clock: Clock;
  /** URI of the program's document, null where none is known. */
  readonly file: string | null;
}

/** A line of a run's program. */
export interface Place {
  /** Counts from 1. */
  readonly line: number;
  /** Path of its file from the program's folder; absent for the program itself. */
  readonly module?: string;
}

/** What the learner said before a run, and what was right. */
export interface Prediction {
  readonly question: string;
  readonly said: string;
  readonly right: string;
  readonly why: string;
  /** The total time that was said, in milliseconds; null when the question was another. */
  readonly saidMs: number | null;
  /** The total time that is right, as for `saidMs`. */
  readonly rightMs?: number | null;
  /** The order of what the program writes that was said; absent when the question was another. */
  readonly order?: SaidOrder;
}

/** An order in which something was said to be written. */
export interface SaidOrder {
  /** `lines`: each is the beginning of a line, and the first to come was asked for; `words`: each stands in a line. */
  readonly of: 'lines' | 'words';
  /** All that could come. */
  readonly items: readonly string[];
  /** What was said to come, the first first; of lines only the first. */
  readonly said: readonly string[];
  /** What comes in truth, as `said`. */
  readonly right: readonly string[];
}

/** A run that has begun. */
export interface RunStart {
  readonly id: string;
  readonly title: RunTitle;
  readonly prediction: Prediction | null;
}

/** A run that is over. */
export interface FinishedRun extends RunStart {
  readonly trace: Trace;
  /** A sentence when it did not complete. */
  readonly problem: string | null;
  /** The sections among those of the trace's findings that the course has a lesson for. */
  readonly lessons: readonly string[];
}

/** A finding of a run for which there is a fix to try. */
export interface Fixable {
  /** Id of the run, and index of the finding in its trace. */
  readonly run: string;
  readonly finding: number;
}

/** Forms in which the panel gives its picture away. */
export type PictureFormat = 'png' | 'svg';

/** From the extension to the webview. */
export type ToView =
  /** A run begins; what was shown before is cleared. */
  | { readonly type: 'begin'; readonly run: RunStart }
  /** Events of the running program, in order. */
  | { readonly type: 'events'; readonly events: readonly TraceEvent[] }
  /** A run is over, or an earlier one is shown again. */
  | { readonly type: 'finished'; readonly run: FinishedRun }
  /** Two runs above each other; the sentences say how they differ. */
  | {
      readonly type: 'compare';
      readonly runs: readonly [FinishedRun, FinishedRun];
      readonly differences: readonly string[];
    }
  /** The findings that have a fix to try. */
  | { readonly type: 'fixable'; readonly fixable: readonly Fixable[] }
  /** The learner's cursor is at this place, or at none, of the program with this URI. */
  | { readonly type: 'cursor'; readonly file: string; readonly place: Place | null }
  /** Asks for the picture; it comes as `drawn`. */
  | { readonly type: 'draw'; readonly format: PictureFormat };

/** From the webview to the extension. */
export type FromView =
  /** The view listens now; messages sent before were lost. */
  | { readonly type: 'ready' }
  /** Show this place of the program with this URI in the editor. */
  | { readonly type: 'reveal'; readonly file: string; readonly place: Place }
  | { readonly type: 'stop' }
  | { readonly type: 'run-again'; readonly file: string }
  /** Open the lesson of a section. */
  | { readonly type: 'lesson'; readonly section: string }
  /** Open the page that explains a mistake. */
  | { readonly type: 'explain'; readonly mistake: string }
  /** Let the learner choose a run to compare with. */
  | { readonly type: 'compare-with' }
  /** Let the learner choose how to keep or share the run. */
  | { readonly type: 'share' }
  /** Run the program with the fix of a finding, and compare. */
  | ({ readonly type: 'run-fixed' } & Fixable)
  /** The replay is at this place of the program with this URI; null when it is at none, or over. */
  | { readonly type: 'moment'; readonly file: string; readonly place: Place | null }
  /** The picture that was asked for: SVG as text, PNG in base64. */
  | { readonly type: 'drawn'; readonly format: PictureFormat; readonly data: string };
