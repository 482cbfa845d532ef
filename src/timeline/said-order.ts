import type { SaidOrder } from './protocol';

/** The order of what a program writes that a choice names; null where the choices are of another kind, or this one is. */
export function orderIn(choices: readonly string[], answer: number, right: number): SaidOrder | null {
  const lines = choices.flatMap((choice) => quoted(choice) ?? []);
  const [said, truth] = [choices[answer] ?? '', choices[right] ?? ''];
  if (lines.length === choices.length) {
    return { of: 'lines', items: lines, said: [quoted(said) ?? ''], right: [quoted(truth) ?? ''] };
  }
  const [words, inTruth] = [listed(said), listed(truth)];
  const isSame = words.length > 1 && words.toSorted().join() === inTruth.toSorted().join();
  return isSame ? { of: 'words', items: inTruth, said: words, right: inTruth } : null;
}

/** `soup: chop` in `"soup: chop"`, and the beginning in `"done: …"`. */
function quoted(choice: string): string | null {
  return /^"([^"]+?)[ …]*"$/.exec(choice)?.[1] ?? null;
}

/** `1`, `2` and `3` in `1, 2, 3: as they ordered`, or `soup` and `bread` in `1.0 s: soup, bread`; empty for other choices. */
function listed(choice: string): readonly string[] {
  const list = choice
    .replace(/^[\d.]+ (?:s|ms|seconds?): /, '')
    .replace(/(?::|, in ) .*$|, in [\d.]+ .*$/, '');
  const items = list.toLowerCase().split(/, (?:then )?/);
  const isList =
    items.every((item) => /^[\p{L}\d]+(?: \d+)?$/u.test(item)) && new Set(items).size === items.length;
  return isList && items.length > 1 ? items : [];
}
