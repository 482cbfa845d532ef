/** The two languages of the course. TypeScript stands for JavaScript as well. */
export const languages = ['python', 'typescript'] as const;
export type Language = (typeof languages)[number];

/** True for the name of one of the two. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

const extensions: Readonly<Record<string, Language>> = {
  py: 'python',
  pyw: 'python',
  ts: 'typescript',
  tsx: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  js: 'typescript',
  jsx: 'typescript',
  mjs: 'typescript',
  cjs: 'typescript',
};

/** The language of a file by its name's ending, or undefined when it is neither. */
export function languageOf(path: string): Language | undefined {
  const ending = /\.(\w+)$/.exec(path)?.[1];
  return ending === undefined ? undefined : extensions[ending.toLowerCase()];
}
