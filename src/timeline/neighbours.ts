import type { Language } from '../core/language';

const relative = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)['"]\.{1,2}\//;

/**
 * True when a program may need files that lie beside it, so that a copy elsewhere would not run. `beside` are the
 * names of the files and folders there.
 */
export function needsNeighbours(text: string, language: Language, beside: readonly string[]): boolean {
  if (language === 'typescript') {
    return relative.test(text);
  }
  const modules = new Set(beside.map((name) => name.replace(/\.py$/, '')));
  return [...text.matchAll(/^\s*(?:from\s+(\.|\w+)|import\s+([\w., ]+))/gm)].some(([, from, list = '']) =>
    from === undefined
      ? list.split(',').some((name) => modules.has(name.trim().split(/[.\s]/)[0] ?? ''))
      : from === '.' || modules.has(from),
  );
}
