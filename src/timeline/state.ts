/** What the webview remembers over a reload of the window: which run it showed. The extension keeps the run itself. */
export interface ViewState {
  readonly version: 2;
  readonly run: string;
}

export function stateOf(run: string): ViewState {
  return { version: 2, run };
}

/** The id of the run in a state; undefined for anything else, such as the state of an older version. */
export function runOf(state: unknown): string | undefined {
  const isState = typeof state === 'object' && state !== null && 'version' in state && 'run' in state;
  return isState && state.version === 2 && typeof state.run === 'string' ? state.run : undefined;
}
