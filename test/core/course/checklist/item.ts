import type { Language } from '../../../../src/core/language';
import type { PartId, SectionIdOf } from '../../../../src/core/course/ids';

/** Text as it stands in both languages' demos, or in each; one of them may have nothing of the kind. */
export type Fragment = string | Readonly<Partial<Record<Language, string>>>;

/** One thing of the lecture, in our words, and a fragment of the course that teaches it. */
export type Item =
  | { readonly kind: 'statement'; readonly says: string; readonly lesson: string }
  | { readonly kind: 'diagram'; readonly says: string; readonly drawn: string; readonly file?: string }
  /** `block` counts the lecture's code blocks from 1. */
  | { readonly kind: 'code'; readonly block: number; readonly says: string; readonly demo: Fragment }
  | { readonly kind: 'output'; readonly says: string; readonly prints: Fragment };

export const statement = (says: string, lesson: string): Item => ({ kind: 'statement', says, lesson });

export const diagram = (says: string, drawn: string, file?: string): Item =>
  file === undefined ? { kind: 'diagram', says, drawn } : { kind: 'diagram', says, drawn, file };

export const code = (block: number, says: string, demo: Fragment): Item => ({
  kind: 'code',
  block,
  says,
  demo,
});

export const output = (says: string, prints: Fragment): Item => ({ kind: 'output', says, prints });

export type PartChecklist<Part extends PartId> = Readonly<Record<SectionIdOf<Part>, readonly Item[]>>;

/** A page at the end of the course, and fragments of it. */
export interface ClosingItem {
  readonly says: string;
  readonly page: string;
  readonly text: string;
}
