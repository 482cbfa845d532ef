import type { Language } from '../language';
import type { Note } from './section';

/** A thought of the tour and where in the demos it belongs; a thought of one language only has one place. */
export interface Stop {
  readonly at: Readonly<Partial<Record<Language, string>>>;
  readonly text: string;
}

/** The notes of each language, in the order of the stops. */
export function tour(stops: readonly Stop[]): Readonly<Record<Language, readonly Note[]>> {
  const notes = (language: Language) =>
    stops.flatMap(({ at, text }) => {
      const anchor = at[language];
      return anchor === undefined ? [] : [{ anchor, text }];
    });
  return { python: notes('python'), typescript: notes('typescript') };
}
