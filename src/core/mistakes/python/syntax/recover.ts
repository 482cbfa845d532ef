/** A line that begins a top-level statement: not indented, no comment, and no clause of the statement above it. */
const opening = /^(?![\s#)\]}]|(?:elif|else|except|finally)\b)/;

/** The text's top-level statements with their decorators, as ranges that cover the text without gaps. */
function statements(text: string): readonly (readonly [start: number, end: number])[] {
  const starts: number[] = [];
  let start = 0;
  let decorated = false;
  for (const line of text.split(/(?<=\n)/)) {
    if (opening.test(line)) {
      if (!decorated) {
        starts.push(start);
      }
      decorated = line.startsWith('@');
    }
    start += line.length;
  }
  return starts.map((from, index) => [index === 0 ? 0 : from, starts[index + 1] ?? text.length]);
}

/**
 * A half-written statement can cost the parser everything around it. This blanks the top-level statements that
 * do not parse by themselves: what is whole stays, and every offset too.
 */
export function blankBroken(text: string, parses: (statement: string) => boolean): string {
  return statements(text)
    .map(([start, end]) => text.slice(start, end))
    .map((statement) => (parses(statement) ? statement : statement.replace(/[^\r\n]/g, ' ')))
    .join('');
}
