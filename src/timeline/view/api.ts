import type { FromView } from '../protocol';

/** What the editor gives a webview's script, once. */
export interface EditorApi {
  postMessage(message: FromView): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare global {
  function acquireVsCodeApi(): EditorApi;
}
