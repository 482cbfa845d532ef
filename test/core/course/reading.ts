// How long a text takes to read, and how hard it is.

/** An adult reads about this many words a minute. */
const wordsPerMinute = 200;

/** Minutes it takes to read a Markdown text, its tables and its code included. */
export function minutesToRead(markdown: string): number {
  return wordsOf(plain(markdown)).length / wordsPerMinute;
}

/**
 * Flesch's reading ease of the sentences of a Markdown text, without headings, tables and code: 60 to 70 is plain
 * English, 100 very easy.
 */
export function readingEase(markdown: string): number {
  const prose = plain(
    markdown
      .replaceAll(/^```[^]*?^```$/gm, '')
      .replaceAll(/^#.*$/gm, '')
      .replaceAll(/^\|.*$/gm, '')
      .replaceAll(/^!\[.*$/gm, '')
      .replaceAll(/`[^`]*`/g, 'it'),
  );
  const sentences = prose.split(/[.?!](?=\s|$)|\n\s*(?:-|\d\.)\s|\n\n/).filter((part) => /\w/.test(part));
  const words = wordsOf(prose);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 206.835 - 1.015 * (words.length / sentences.length) - 84.6 * (syllables / words.length);
}

const plain = (markdown: string) =>
  markdown.replaceAll(/\]\([^)]*\)/g, ']').replaceAll(/[|*_#>[\]]|-{3,}/g, ' ');

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.()]*/gu) ?? [];

function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  const silent = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, '');
  return Math.max(1, silent.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}
