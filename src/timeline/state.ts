/** What the webview remembers over a reload of the window: which runs it showed. The extension keeps the runs themselves. */
export interface ViewState {
  readonly version: 2;
  readonly run: string;
  /** The run that it was compared with. */
  readonly before?: string;
}

export function stateOf(run: string, before?: string): ViewState {
  return { version: 2, run, ...(before !== undefined && { before }) };
}

/** The id of the run in a state; undefined for anything else, such as the state of an older version. */
export function runOf(state: unknown): string | undefined {
  return isRecord(state) && state['version'] === 2 ? idIn(state['run']) : undefined;
}

/** The id of the run that it was compared with, undefined where there was none. */
export function beforeOf(state: unknown): string | undefined {
  return runOf(state) === undefined || !isRecord(state) ? undefined : idIn(state['before']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function idIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
