import type { Trace } from '../../core/trace/trace';
import type { RunTitle } from '../protocol';

/** What the panel remembers over a reload of the window. */
export interface Saved {
  readonly version: 1;
  readonly title: RunTitle;
  readonly trace: Trace;
  readonly problem: string | null;
}

/** Larger traces are not kept: the editor writes the state into its own storage. */
const largest = 1_000_000;

/** The state to keep, or undefined when it is too large to. */
export function toSaved(title: RunTitle, trace: Trace, problem: string | null): Saved | undefined {
  const saved: Saved = { version: 1, title, trace, problem };
  return JSON.stringify(saved).length <= largest ? saved : undefined;
}

/** What was kept by `toSaved`; anything else, such as the state of an older version, is undefined. */
export function fromSaved(state: unknown): Saved | undefined {
  return isSaved(state) ? state : undefined;
}

function isSaved(state: unknown): state is Saved {
  return (
    typeof state === 'object' &&
    state !== null &&
    'version' in state &&
    state.version === 1 &&
    'title' in state &&
    'trace' in state &&
    'problem' in state
  );
}
