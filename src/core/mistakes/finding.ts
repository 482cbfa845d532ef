import type { MistakeId, Severity } from './catalogue';

/** A stretch of a document: UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Replaces `start`..`end` by `newText`; an insertion has `start === end`. */
export interface TextEdit extends TextRange {
  readonly newText: string;
}

/** A change that removes a finding. Edits do not overlap and are sorted by `start`. */
export interface Fix {
  readonly title: string;
  /** True where the fix has one right answer and may be applied without asking. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

/** Another place that explains a finding, for instance where a helper blocks. */
export interface RelatedPlace extends TextRange {
  readonly message: string;
  /** Absolute path; absent when it is the checked document itself. */
  readonly path?: string;
}

/** What a rule reports: a mistake at one place of one document. */
export interface RuleFinding extends TextRange {
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related?: readonly RelatedPlace[];
}

/** A rule's finding, completed from the catalogue. */
export interface Finding extends RuleFinding {
  readonly mistake: MistakeId;
  readonly severity: Severity;
  readonly section: string;
  readonly related: readonly RelatedPlace[];
}
