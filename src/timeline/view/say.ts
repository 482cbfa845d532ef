import { strings, type StringId } from '../strings';

/** The panel's language, as `<html lang>` has it. */
export const locale = typeof document === 'undefined' ? 'en' : document.documentElement.lang || 'en';

/** A sentence of the table with its values in place. */
export function say(id: StringId, ...values: readonly (string | number)[]): string {
  return strings[id].replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
