import type { Place } from './places';

/** `a`, `a and b`, `a, b and c`; with more than `most`, the rest is counted: `a, b and 5 more`. */
export function listed(names: readonly string[], most = 3): string {
  const distinct = [...new Set(names)];
  const shown = distinct.length > most + 1 ? distinct.slice(0, most) : distinct;
  const left = distinct.length - shown.length;
  const parts = left === 0 ? shown : [...shown, `${left} more`];
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

const numbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** `one wait`, `three waits`, `40 waits`. */
export function counted(count: number, noun: string): string {
  return `${numbers[count] ?? String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** The sentence with its first letter in upper case. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `line 8`, `line 8 of helpers/db.py`; nothing where the line is unknown. */
export function lineInWords({ line, file }: Place): string {
  return line === null ? '' : `line ${line}${file === undefined ? '' : ` of ${file}`}`;
}

/** ` (line 8)`, or nothing where the line is unknown. */
export function atLine(place: Place): string {
  return place.line === null ? '' : ` (${lineInWords(place)})`;
}

/** A name as code: in backticks. */
export function code(name: string): string {
  return `\`${name.replaceAll('`', '')}\``;
}

/** `was` or `were`. */
export function wasOrWere(count: number): string {
  return count === 1 ? 'was' : 'were';
}

/** Lanes by name: `fetch`, or two `fetch` lanes; at most `most` names, the rest counted. */
export function lanesInWords(lanes: readonly { readonly name: string }[], most = 3): string {
  const counts = new Map<string, number>();
  for (const { name } of lanes) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return listed(
    [...counts].map(([name, count]) => (count === 1 ? code(name) : counted(count, `${code(name)} lane`))),
    most,
  );
}
