import type { Language } from '../core/language';
import type { TraceEvent } from '../core/trace/events';
import type { Clock, Trace } from '../core/trace/trace';

/** What the panel's title says of a run. */
export interface RunTitle {
  readonly name: string;
  readonly language: Language;
  readonly clock: Clock;
}

/** From the extension to the webview. */
export type ToView =
  /** A run begins; what was shown before is cleared. */
  | { readonly type: 'begin'; readonly title: RunTitle }
  /** Events of the running program, in order. */
  | { readonly type: 'events'; readonly events: readonly TraceEvent[] }
  /** The run is over: `trace` is the whole of it; `problem` is a sentence when it did not complete. */
  | {
      readonly type: 'finished';
      readonly title: RunTitle;
      readonly trace: Trace;
      readonly problem: string | null;
    };

/** From the webview to the extension. */
export type FromView =
  /** The view listens now; messages sent before were lost. */
  | { readonly type: 'ready' }
  /** Show this line of the program in the editor. */
  | { readonly type: 'reveal'; readonly line: number }
  | { readonly type: 'stop' }
  | { readonly type: 'run-again' }
  /** Open the lesson of a section. */
  | { readonly type: 'lesson'; readonly section: string };
