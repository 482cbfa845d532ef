import type { Review } from '../../core/mistakes/engine';
import type { TextEdit } from '../../core/mistakes/finding';
import type { Silence } from '../../core/mistakes/silence';
import type { SourceDocument } from '../../core/mistakes/source';
import type { Place } from '../../core/mistakes/suppression/suppression';

/** What the worker is asked, and what it answers. */
export interface Questions {
  /** What is to be said about this document? */
  review: { readonly ask: { readonly silence: Silence }; readonly answer: Review };
  /** How does its text read after all preferred fixes? */
  fixAll: { readonly ask: { readonly silence: Silence }; readonly answer: string };
  /** Which edit silences one finding by a comment? */
  ignore: { readonly ask: { readonly place: Place }; readonly answer: TextEdit | undefined };
}
export type Question = keyof Questions;

/** To the worker. */
export type Request = {
  [Q in Question]: {
    readonly id: number;
    readonly question: Q;
    readonly document: SourceDocument;
  } & Questions[Q]['ask'];
}[Question];

/** From the worker: its answer, or why it has none, for the log. */
export type Reply =
  | { readonly id: number; readonly answer: Questions[Question]['answer'] }
  | { readonly id: number; readonly problem: string };
