import type { SpanState } from '../trace';

/** What a slice is called: its state, and what it waits for or what blocks. */
export function wordsOf(state: SpanState, on: string | null): string {
  if (on === null) {
    return state;
  }
  return state === 'waiting' ? `waiting for ${on}` : `${state} in ${on}`;
}
