import * as l10n from '@vscode/l10n';
import { isProgramFile, type Place } from '../places';

/** What is wrong with a trace file, in a sentence for the user. */
export class Problem extends Error {}

export type Fields = Readonly<Partial<Record<string, unknown>>>;

/** Names the part of the file that is read, for a sentence about it: `Lane 3`. */
export type Where = string | (() => string);

/** Ends the reading with a sentence for the user. */
export function fail(sentence: string): never {
  throw new Problem(sentence);
}

export function partOf(where: Where): string {
  return typeof where === 'string' ? where : where();
}

export function fieldsOf(value: unknown, where: Where): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fail(l10n.t('{0} is not an object.', partOf(where)));
  }
  return value as Fields;
}

export function listOf(value: unknown, where: Where, name: string): readonly unknown[] {
  if (!Array.isArray(value)) {
    fail(l10n.t('{0} has no list of `{1}`.', partOf(where), name));
  }
  return value;
}

/** A time or a length in milliseconds: finite and not negative. */
export function timeOf(fields: Fields, name: string, where: Where): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    fail(
      l10n.t(
        '{0} has no valid `{1}`: a time is a number of milliseconds that is not negative.',
        partOf(where),
        name,
      ),
    );
  }
  return value;
}

export function timeOrNull(fields: Fields, name: string, where: Where): number | null {
  return fields[name] === null ? null : timeOf(fields, name, where);
}

/** A whole number from `least` on: an id, a line, a count. */
export function wholeOf(fields: Fields, name: string, where: Where, least = 1): number {
  const value = fields[name];
  if (!Number.isSafeInteger(value) || Number(value) < least) {
    fail(
      l10n.t('{0} has no valid `{1}`: it must be a whole number from {2} on.', partOf(where), name, least),
    );
  }
  return Number(value);
}

export function wholeOrNull(fields: Fields, name: string, where: Where, least = 1): number | null {
  return fields[name] === null ? null : wholeOf(fields, name, where, least);
}

export function textOf(fields: Fields, name: string, where: Where): string {
  const value = fields[name];
  if (typeof value !== 'string') {
    fail(l10n.t('{0} has no `{1}`.', partOf(where), name));
  }
  return value;
}

export function textOrNull(fields: Fields, name: string, where: Where): string | null {
  return fields[name] === null ? null : textOf(fields, name, where);
}

/** The line that something names, and the file when it is not the main one. */
export function placeAt(fields: Fields, where: Where): Place {
  const line = wholeOrNull(fields, 'line', where);
  const { file } = fields;
  if (file === undefined) {
    return { line };
  }
  if (typeof file !== 'string' || !isProgramFile(file)) {
    fail(
      l10n.t(
        '{0} has no valid `file`: it is a path from the main file’s folder, with `/` between its parts.',
        partOf(where),
      ),
    );
  }
  return { line, file };
}

/** One of a fixed set of words. */
export function wordOf<T extends string>(
  fields: Fields,
  name: string,
  words: Readonly<Record<T, unknown>>,
  where: Where,
): T {
  const value = fields[name];
  if (typeof value !== 'string' || !Object.hasOwn(words, value)) {
    fail(
      l10n.t('{0} has no known `{1}`: there are {2}.', partOf(where), name, Object.keys(words).join(', ')),
    );
  }
  return value as T;
}
