import type { Language } from '../language';
import type { MistakeId } from './catalogue';
import type { Finding } from './finding';

export const linters = ['typescript-eslint', 'ruff'] as const;
export type Linter = (typeof linters)[number];

/** What is not to be reported, wherever it is found. */
export interface Silence {
  readonly off: readonly MistakeId[];
  /** The linters whose findings the user sees already. */
  readonly coveredBy: readonly Linter[];
}

export const noSilence: Silence = { off: [], coveredBy: [] };

interface Coverage {
  readonly language: Language;
  /** The linter's own rules that mean the same as ours. */
  readonly rules: Readonly<Partial<Record<MistakeId, readonly string[]>>>;
}

/** What each linter says already, when its rules are on. */
export const coverage: Readonly<Record<Linter, Coverage>> = {
  'typescript-eslint': {
    language: 'typescript',
    rules: {
      'missing-await': ['no-floating-promises', 'no-misused-promises'],
      'needless-async': ['require-await'],
    },
  },
  ruff: {
    language: 'python',
    rules: {
      'blocking-call': ['ASYNC210', 'ASYNC220', 'ASYNC221', 'ASYNC222', 'ASYNC230', 'ASYNC250', 'ASYNC251'],
      'dropped-task': ['RUF006'],
      'needless-async': ['RUF029'],
      'await-outside-async': ['PLE1142'],
    },
  },
};

/**
 * Whether a finding is one of those not to be reported. A linter looks at one function at a time: a helper that
 * blocks, which a finding tells by the places that lead there, is never covered.
 */
export function isSilenced(
  { mistake, related }: Pick<Finding, 'mistake' | 'related'>,
  language: Language,
  { off, coveredBy }: Silence,
): boolean {
  const isCovered = (linter: Linter) =>
    coverage[linter].language === language &&
    coverage[linter].rules[mistake] !== undefined &&
    !(mistake === 'blocking-call' && related.length > 0);
  return off.includes(mistake) || coveredBy.some(isCovered);
}
