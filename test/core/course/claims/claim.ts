import type { Language } from '../../../../src/core/language';
import type { MistakeId } from '../../../../src/core/mistakes/catalogue';
import type { SectionIdOf, PartId } from '../../../../src/core/course/ids';

/** What a demo does, as its lesson says. */
export interface Claim {
  /** Standard output, line by line. */
  readonly output: readonly string[];
  /** From its start to its end, in seconds; null where it depends on the machine. */
  readonly seconds: number | null;
  /** Lanes of the timeline that the lesson or the tour speaks of, among others. */
  readonly lanes: readonly string[];
  /** What `check` finds, in the order of the lines, and nothing else. */
  readonly mistakes: readonly MistakeId[];
  /** Part of what it writes to standard error; absent when it writes nothing there. */
  readonly complaint?: string;
}

/** What becomes of a demo when one thing is changed: lines that it then prints, and how long it takes. */
export interface ChangedClaim {
  readonly prints: readonly string[];
  readonly seconds: number | null;
  /** Part of what it then writes to standard error; absent when it writes nothing there. */
  readonly complaint?: string;
}

export interface SectionClaims {
  readonly demo: Readonly<Record<Language, Claim>>;
  /** One for each change of the section, in order. */
  readonly changes: readonly Readonly<Record<Language, ChangedClaim>>[];
}

export type PartClaims<Part extends PartId> = Readonly<Record<SectionIdOf<Part>, SectionClaims>>;

/** The same in both languages but for the names of the lanes. */
export function alike(
  claim: Omit<Claim, 'lanes'>,
  lanes: Readonly<Record<Language, readonly string[]>>,
): Readonly<Record<Language, Claim>> {
  return {
    python: { ...claim, lanes: lanes.python },
    typescript: { ...claim, lanes: lanes.typescript },
  };
}

/** The same in both languages. */
export function both<T>(claim: T): Readonly<Record<Language, T>> {
  return { python: claim, typescript: claim };
}
