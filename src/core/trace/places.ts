import type { InFile } from './trace';

/** A line of the program, null where it is unknown. */
export interface Place extends InFile {
  readonly line: number | null;
}

const MOST_CHARACTERS = 1000;

/** True for a path from the main file's folder to another file of the program, with `/` between its parts. */
export function isProgramFile(path: string): boolean {
  return path !== '' && path.length <= MOST_CHARACTERS && !/^(?:\/|[a-z]:)|[\\\p{Cc}]/iu.test(path);
}

/** The file of a place as a member of something else: none for the main file. */
export function fileOf({ file }: { readonly file?: string | undefined }): InFile {
  return file === undefined ? {} : { file };
}

/** The place of the first of these of which a line is known, else of the last. */
export function placeOf(first: Place | undefined, second: Place | undefined = first): Place {
  const known = first?.line == null ? second : first;
  return known === undefined ? nowhere : { line: known.line, ...fileOf(known) };
}

/** Nobody knows where. */
export const nowhere: Place = { line: null };

/** The places of a program, each one object however often it is named. */
export class Places {
  readonly #main: Place[] = [];
  readonly #others = new Map<number, { readonly file: string; readonly places: Place[] }>();

  /** A recorder calls this file by that number. */
  name(number: number, file: string): void {
    if (!this.#others.has(number)) {
      this.#others.set(number, { file, places: [] });
    }
  }

  /** The files beside the main one. */
  get files(): readonly string[] {
    return [...this.#others.values()].map(({ file }) => file);
  }

  /** A line of the main file, or of the one with this number; of a file that was never named nothing is known. */
  at(line: number | null, number?: number): Place {
    if (line === null) {
      return nowhere;
    }
    if (number === undefined) {
      return (this.#main[line] ??= { line });
    }
    const other = this.#others.get(number);
    return other === undefined ? nowhere : (other.places[line] ??= { line, file: other.file });
  }
}
