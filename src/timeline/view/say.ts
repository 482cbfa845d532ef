import { strings, type StringId } from '../strings';

/** The sentences that the extension has put into the page, in the learner's language; none outside a page. */
const table: Readonly<Record<string, unknown>> = readTable();

function readTable(): Readonly<Record<string, unknown>> {
  const text = typeof document === 'undefined' ? undefined : document.body.dataset['strings'];
  const value: unknown = text === undefined ? {} : JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The panel's language, as `<html lang>` has it. */
export const locale = typeof document === 'undefined' ? 'en' : document.documentElement.lang || 'en';

/** A sentence of the table with its values in place. */
export function say(id: StringId, ...values: readonly (string | number)[]): string {
  const own = table[id];
  const text = typeof own === 'string' ? own : strings[id];
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
