import type { Analysis } from '../analysis';

/** A question about a document whose answer is worked out once for each analysis, however many rules ask it. */
export function once<T>(answer: (analysis: Analysis) => T): (analysis: Analysis) => T {
  const known = new WeakMap<Analysis, { readonly value: T }>();
  return (analysis) => {
    const kept = known.get(analysis) ?? { value: answer(analysis) };
    known.set(analysis, kept);
    return kept.value;
  };
}
