import type { Review } from '../../core/mistakes/engine';
import type { TextEdit } from '../../core/mistakes/finding';
import type { Silence } from '../../core/mistakes/silence';
import type { SourceDocument } from '../../core/mistakes/source';
import type { Place } from '../../core/mistakes/suppression/suppression';
import type { Sources } from '../sources';

interface About {
  readonly document: SourceDocument;
}

/** What the worker is started with. */
export interface WorkerData {
  /** Sentences by their English, as in a bundle of translations; undefined for English. */
  readonly translations: Readonly<Record<string, string>> | undefined;
}

/** What the worker is asked, and what it answers. */
export interface Questions {
  /** What is to be said about this document? */
  review: { readonly ask: About & { readonly silence: Silence }; readonly answer: Review };
  /** Where does the first piece of it begin that cannot be understood? */
  firstError: { readonly ask: About; readonly answer: number | undefined };
  /** Which edits apply all preferred fixes to it? */
  fixAll: { readonly ask: About & { readonly silence: Silence }; readonly answer: readonly TextEdit[] };
  /** Which edit silences one finding by a comment? */
  ignore: { readonly ask: About & { readonly place: Place }; readonly answer: TextEdit | undefined };
  /** Which files are there to check? */
  sources: { readonly ask: { readonly paths: readonly string[] }; readonly answer: Sources };
}
export type Question = keyof Questions;

/** A question with all it needs. */
export type Asked = { [Q in Question]: { readonly question: Q } & Questions[Q]['ask'] }[Question];

/**
 * To the worker: a question; or what a file says in the editor, where without a text what it says on disk counts again;
 * or which files it will be asked about next.
 */
export type Request =
  | { readonly id: number; readonly asked: Asked }
  | { readonly upcoming: readonly string[] }
  | { readonly unsaved: { readonly path: string; readonly text: string | undefined } };

/** From the worker: its answer, or why it has none, for the log. */
export type Reply =
  | { readonly id: number; readonly answer: Questions[Question]['answer'] }
  | { readonly id: number; readonly problem: string };
