import remapping from '@jridgewell/remapping';

/** A source map as Node reads it. */
export interface SourceMap {
  readonly version: number;
  readonly sources: readonly (string | null)[];
  readonly sourcesContent?: readonly (string | null)[];
  readonly names: readonly string[];
  readonly mappings: string;
}

/** The map of code that was made in two steps, given the map of the later step as text. */
export function composeMaps(later: string, earlier: SourceMap): SourceMap {
  const composed = remapping([later, JSON.stringify(earlier)], () => null);
  const { sources, sourcesContent, names, mappings } = composed;
  return {
    version: 3,
    sources,
    ...(sourcesContent === undefined ? {} : { sourcesContent }),
    names,
    mappings: String(mappings),
  };
}
