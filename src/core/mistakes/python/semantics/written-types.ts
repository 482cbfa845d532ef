/** A type as an annotation in quotes writes it: a dotted name with arguments, or alternatives. */
export type WrittenType =
  | { readonly kind: 'name'; readonly path: readonly string[]; readonly inner: readonly WrittenType[] }
  | { readonly kind: 'union'; readonly parts: readonly WrittenType[] };

const token = /\s*([^\W\d]\w*(?:\.[^\W\d]\w*)*|[[\]|,])/y;

/** Reads names, `[...]` and `|`; undefined for whatever else an annotation may hold. */
export function readType(text: string): WrittenType | undefined {
  const tokens: string[] = [];
  token.lastIndex = 0;
  let read = 0;
  for (let match = token.exec(text); match?.[1] !== undefined; match = token.exec(text)) {
    tokens.push(match[1]);
    read = token.lastIndex;
  }
  if (text.slice(read).trim() !== '') {
    return undefined;
  }
  const type = union(tokens);
  return tokens.length === 0 ? type : undefined;
}

function union(tokens: string[]): WrittenType | undefined {
  const parts: WrittenType[] = [];
  do {
    const next = single(tokens);
    if (next === undefined) {
      return undefined;
    }
    parts.push(next);
  } while (taken('|', tokens));
  const [only, ...others] = parts;
  return others.length === 0 ? only : { kind: 'union', parts };
}

/** Takes the next token when it is this one. */
function taken(wanted: string, tokens: string[]): boolean {
  const found = tokens[0] === wanted;
  if (found) {
    tokens.shift();
  }
  return found;
}

function single(tokens: string[]): WrittenType | undefined {
  const name = tokens.shift();
  if (name === undefined || !/^\w/.test(name)) {
    return undefined;
  }
  const inner: WrittenType[] = [];
  if (taken('[', tokens)) {
    do {
      const argument = union(tokens);
      if (argument === undefined) {
        return undefined;
      }
      inner.push(argument);
    } while (taken(',', tokens));
    if (!taken(']', tokens)) {
      return undefined;
    }
  }
  return { kind: 'name', path: name.split('.'), inner };
}
