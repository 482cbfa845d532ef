import type { Language } from '../language';

/** The two programs of a page in one language: with the mistake, and without it. */
export interface Examples {
  readonly wrong: string;
  readonly right: string;
}

const names: Readonly<Record<string, Language>> = { Python: 'python', TypeScript: 'typescript' };
const example = /^\*\*(\w+), (wrong|right)\*\*\n\n```\w+\n([\s\S]*?)^```$/gm;

/** The programs in a mistake's page; a language that has no such mistake is absent. */
export function examplesIn(markdown: string): Readonly<Partial<Record<Language, Examples>>> {
  const found: Partial<Record<Language, Partial<Examples>>> = {};
  for (const [, name = '', kind = '', program = ''] of markdown.replaceAll('\r\n', '\n').matchAll(example)) {
    const language = names[name];
    if (language !== undefined) {
      found[language] = { ...found[language], [kind]: program };
    }
  }
  const { python, typescript } = found;
  return { ...(isWhole(python) && { python }), ...(isWhole(typescript) && { typescript }) };
}

function isWhole(examples: Partial<Examples> | undefined): examples is Examples {
  return examples?.wrong !== undefined && examples.right !== undefined;
}
