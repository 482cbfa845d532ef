import type { Language } from '../language';

/** A document as the checker gets it: `path` is absolute or a name for unsaved text; offsets count in `text`. */
export interface SourceDocument {
  readonly path: string;
  readonly language: Language;
  readonly text: string;
}

/** Longer texts are not checked, in UTF-16 units: they are generated, not written. */
export const longestText = 1_000_000;

/** How the core reaches other files. Paths are absolute, with `/` or the platform's separator. */
export interface FileReader {
  /** The file's text without its byte order mark, or undefined when it does not exist or cannot be read. */
  read(path: string): string | undefined;
  isFile(path: string): boolean;
  isDirectory(path: string): boolean;
  /** Names (not paths) in a directory; empty when it cannot be listed. */
  list(path: string): readonly string[];
  /** Paths of files that are about to be checked, in that order: what looks into several can do so once for all. */
  readonly upcoming?: () => readonly string[];
}
