/** What matters to brackets: texts and comments as a whole, brackets, and the words that only statements begin with. */
const token =
  /(["'])\1\1(?:[^\\]|\\[^])*?(?:\1{3}|(?![^]))|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?|#[^\n]*|[()[\]{}]|^[^\S\n]*(?:async\s+def|def|class|return|try|raise|import|while|with)\b/gm;
const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Where brackets stand that nobody closes before other statements begin: the parser would take those for what they hold. */
export function unclosedBrackets(text: string): readonly number[] {
  const unclosed: number[] = [];
  let open: number[] = [];
  for (const { 0: found, index } of text.matchAll(token)) {
    if (/^[([{]$/.test(found)) {
      open.push(index);
    } else if (closing[found] !== undefined) {
      const last = open.findLastIndex((place) => text[place] === closing[found]);
      open = last < 0 ? open : open.slice(0, last);
    } else if (/^\s*[a-z]/.test(found)) {
      unclosed.push(...open);
      open = [];
    }
  }
  return [...unclosed, ...open].filter((place) => endsWithItsLine(text, place));
}

/** The text with blanks in some places. */
export function blankAt(places: readonly number[], text: string): string {
  return places.reduce((result, place) => `${result.slice(0, place)} ${result.slice(place + 1)}`, text);
}

/** True for a bracket whose line is followed by one that is not indented further. */
function endsWithItsLine(text: string, place: number): boolean {
  const from = text.lastIndexOf('\n', place) + 1;
  const end = text.indexOf('\n', place);
  const next = end < 0 ? '' : (/^[^\S\n]*(?=\S)/m.exec(text.slice(end + 1))?.[0] ?? '');
  const own = /^[^\S\n]*/.exec(text.slice(from))?.[0] ?? '';
  return next.length <= own.length;
}
