import type { Language } from '../../language';

/** One statement of a program, on one line however many it took: the first of those, and how far it is indented. */
export interface Statement {
  readonly line: number;
  readonly indent: number;
  readonly text: string;
}

const functionStart: Readonly<Record<Language, RegExp>> = {
  python: /^(?:async\s+def|def|class)\b/,
  typescript: /^(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function\b|class\b)/,
};

/** Plain strings say nothing of what is used; those with expressions inside do. */
const plainStrings: Readonly<Record<Language, RegExp>> = {
  python: /(?<![A-Za-z])[rb]?(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/gi,
  typescript: /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g,
};

const comments: Readonly<Record<Language, RegExp>> = { python: /#.*$/, typescript: /\/\/.*$/ };

/**
 * The statements of the function that begins at a line, or with null those of the program outside its functions;
 * undefined when that line does not name the function. It reads a program by its indentation, as formatted code has it.
 */
export function statementsOf(
  source: string,
  language: Language,
  name: string,
  line: number | null,
): readonly Statement[] | undefined {
  const all = statements(source, language);
  if (line === null) {
    return outside(all, language);
  }
  const first = all.findIndex((statement) => statement.line >= line);
  const head = all[first];
  const short = name.slice(name.lastIndexOf('.') + 1);
  if (head === undefined || head.line > line + 1 || !head.text.includes(short)) {
    return undefined;
  }
  const length = all.slice(first + 1).findIndex(({ indent }) => indent <= head.indent);
  return all.slice(first + 1, length < 0 ? undefined : first + 1 + length);
}

function outside(all: readonly Statement[], language: Language): readonly Statement[] {
  let within = -1;
  return all.filter(({ indent, text }) => {
    within = within >= 0 && indent > within ? within : -1;
    within = within < 0 && functionStart[language].test(text) ? indent : within;
    return within < 0;
  });
}

/** A statement goes on while a bracket is open that does not end its line, as that of a block does. */
function statements(source: string, language: Language): readonly Statement[] {
  const found: { indent: number; text: string; line: number }[] = [];
  let open = 0;
  for (const [index, raw] of source.split('\n').entries()) {
    const code = raw.replace(plainStrings[language], "''").replace(comments[language], '').trimEnd();
    const text = code.trim();
    if (text === '' || (open === 0 && /^[\])}]*[;,]?$/.test(text))) {
      continue;
    }
    const last = found.at(-1);
    if (open > 0 && last !== undefined) {
      last.text += ` ${text}`;
    } else {
      found.push({ indent: code.length - code.trimStart().length, text, line: index + 1 });
    }
    open = Math.max(0, open + count(text, /[([]/g) - count(text, /[)\]]/g));
  }
  return found;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
