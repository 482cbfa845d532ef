import type { Finding } from '../../core/mistakes/finding';
import type { SourceDocument } from '../../core/mistakes/source';

/** From the editor to the worker: check this document. */
export interface CheckRequest {
  readonly id: number;
  readonly document: SourceDocument;
}

/** From the worker: what it found, or why it could not look, for the log. */
export type CheckReply =
  | { readonly id: number; readonly findings: readonly Finding[] }
  | { readonly id: number; readonly problem: string };
