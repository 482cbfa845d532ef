// The extension in a language that nobody speaks: every translated letter wears an accent, so plain ones were missed.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getL10nPseudoLocalized, type l10nJsonFormat } from '@vscode/l10n-dev';
import { root } from './dependencies.mjs';

/** Where the bundle of English sentences lies, from the repository's root. */
export const bundleFile = 'l10n/bundle.l10n.json';

/** What VS Code calls such a language. */
export const pseudoLocale = 'qps-ploc';

/** So end the keys of words that are paths: a translation may bring drawings of its own. */
export const drawing = '.drawing';

const shipped = ['package.json', 'package.nls.json', 'l10n', 'dist', 'media', 'walkthroughs'];

/** A file of English words by key in the pseudo-language: a bundle, or the manifest's. */
export function pseudo(file: string): Readonly<Record<string, string>> {
  const english = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as l10nJsonFormat;
  const translated = Object.entries(getL10nPseudoLocalized(english));
  const words = translated.map(
    ([key, text]) => [key, typeof text === 'string' ? text : text.message] as const,
  );
  return Object.fromEntries(words.filter(([key]) => !key.endsWith(drawing)));
}

/** A copy of the built extension that speaks the pseudo-language, in a temporary folder. */
export function pseudoExtension(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'async-tutor-pseudo-'));
  for (const name of shipped) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  for (const file of [bundleFile, 'package.nls.json']) {
    const translated = path.join(folder, file.replace(/json$/, `${pseudoLocale}.json`));
    writeFileSync(translated, JSON.stringify(pseudo(file)));
  }
  return folder;
}

/** Code, links' targets, icons and entities: no translator touches them. */
const markup = /`[^`]*`|\]\([^)]*\)|\$\([\w-~]+\)|&\w+;/g;

/**
 * The words of a text that no translation has touched: two plain letters or more in a row, but for `names`, which are
 * the learner's, a program's or a product's.
 */
export function untranslated(text: string, names: readonly string[] = []): readonly string[] {
  const words = text.replace(markup, ' ').match(/[A-Za-z][\w.-]*\w/g) ?? [];
  return words.filter((word) => !names.includes(word) && /[a-z]{2}/i.test(word));
}
