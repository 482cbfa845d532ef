import type { MistakeId } from '../catalogue';
import type { TextRange } from '../finding';
import type { SourceDocument } from '../source';
import type { ReadComments } from './comments';
import { directivesIn, type Directive, type UnknownMistake } from './directives';
import { linesOf } from './lines';

/** What is needed of a finding to tell whether it is silenced. */
export interface Place extends TextRange {
  readonly mistake: MistakeId;
}

/** What the comments of a document silence. */
export interface Suppression {
  readonly silences: (place: Place) => boolean;
  readonly unknown: readonly UnknownMistake[];
}

const nothing: Suppression = { silences: () => false, unknown: [] };

/**
 * Reads a document's comments: `# async-tutor: ignore[id]` counts on a finding's first and last line,
 * `// async-tutor-disable-next-line id` above its first; `ignore-file` and `async-tutor-disable` in the whole file.
 */
export function suppressionIn(document: SourceDocument, read: ReadComments): Suppression {
  const directives = directivesIn(document, read);
  if (directives.length === 0) {
    return nothing;
  }
  const lines = linesOf(document.text);
  const covers = ({ line }: Directive, { start, end }: TextRange) =>
    line === undefined ||
    line === lines.at(start) ||
    (document.language === 'python' && line === lines.at(end));
  return {
    silences: (place) =>
      directives.some((one) => (one.namesNone || one.mistakes.includes(place.mistake)) && covers(one, place)),
    unknown: directives.flatMap(({ unknown }) => unknown),
  };
}
