/** One entry for each of a class's or module's names, which a text lists with blanks between them. */
export function each(owner: string, names: string, value = ''): Record<string, string> {
  return Object.fromEntries(names.split(/\s+/).map((name) => [`${owner}.${name}`, value]));
}

/** Classes that are known under their own path. */
export function same(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}
