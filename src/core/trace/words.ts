import * as l10n from '@vscode/l10n';
import type { Place } from './places';

/** `a`, `a and b`, `a, b and c`; with more than `most`, the rest is counted: `a, b and 5 more`. */
export function listed(names: readonly string[], most = 3): string {
  const distinct = [...new Set(names)];
  const shown = distinct.length > most + 1 ? distinct.slice(0, most) : distinct;
  const left = distinct.length - shown.length;
  const parts = left === 0 ? shown : [...shown, l10n.t('{0} more', left)];
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : l10n.t('{0} and {1}', parts.slice(0, -1).join(', '), last);
}

/** Small numbers from two on, as words. */
const numbers: readonly string[] = [
  l10n.t('two'),
  l10n.t('three'),
  l10n.t('four'),
  l10n.t('five'),
  l10n.t('six'),
  l10n.t('seven'),
  l10n.t('eight'),
  l10n.t('nine'),
  l10n.t('ten'),
  l10n.t('eleven'),
  l10n.t('twelve'),
];

/** A number of at least two in a sentence: `three`, `40`. */
export function numberInWords(count: number): string {
  return numbers[count - 2] ?? String(count);
}

/** `one wait`, `three waits`, `40 waits`. */
export function waitsInWords(count: number): string {
  return count === 1 ? l10n.t('one wait') : l10n.t('{0} waits', numberInWords(count));
}

/** Lanes of one name: `three \`fetch\` lanes`; at least two. */
export function lanesOfName(count: number, name: string): string {
  return l10n.t('{0} {1} lanes', numberInWords(count), code(name));
}

/** The sentence with its first letter in upper case. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `line 8`, `line 8 of helpers/db.py`; nothing where the line is unknown. */
export function lineInWords({ line, file }: Place): string {
  if (line === null) {
    return '';
  }
  return file === undefined ? l10n.t('line {0}', line) : l10n.t('line {0} of {1}', line, file);
}

/** ` (line 8)`, or nothing where the line is unknown. */
export function atLine(place: Place): string {
  return place.line === null ? '' : ` (${lineInWords(place)})`;
}

/** A name as code: in backticks. */
export function code(name: string): string {
  return `\`${name.replaceAll('`', '')}\``;
}

/** Lanes by name: `fetch`, or two `fetch` lanes; at most `most` names, the rest counted. */
export function lanesInWords(lanes: readonly { readonly name: string }[], most = 3): string {
  const counts = new Map<string, number>();
  for (const { name } of lanes) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return listed(
    [...counts].map(([name, count]) => (count === 1 ? code(name) : lanesOfName(count, name))),
    most,
  );
}
