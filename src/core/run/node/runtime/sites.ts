import { isAbsolute, relative, sep } from 'node:path';
import { FIRST_THREAD_SITE, type Site } from '../instrument/site';

/** A line in one of the program's files: null where it is unknown; file 0 is the one that was started. */
export interface Place {
  readonly line: number | null;
  readonly file: number;
}

/** A place that instrumented code tells of, with what stands there. */
export interface KnownSite extends Place {
  readonly text: string;
}

export const nowhere: Place = { line: null, file: 0 };

/** Keeps what the sites' numbers stand for. */
export class Sites {
  readonly #own: KnownSite[] = [];
  readonly #threads: KnownSite[] = [];
  readonly #files = new Map<string, number>();

  constructor(
    private readonly program: string,
    private readonly folder: string,
    /** Told of each file besides the program's: its number, and its path from the program's folder. */
    private readonly onFile: (number: number, path: string) => void,
    /** Asked for sites that a thread has told of and that are still to be added. */
    private readonly fetch: () => void,
  ) {}

  /** How many numbers this thread has given away. */
  get count(): number {
    return this.#own.length;
  }

  /** The sites of the file `path`, numbered from `first` on. */
  add(path: string, first: number, sites: readonly Site[]): void {
    const file = this.#fileOf(path);
    const [known, start] =
      first < FIRST_THREAD_SITE ? [this.#own, first] : [this.#threads, first - FIRST_THREAD_SITE];
    for (const [index, { line, text }] of sites.entries()) {
      known[start + index] = { text, line: file === null ? null : line, file: file ?? 0 };
    }
  }

  of(site: number): KnownSite {
    return this.#own[site] ?? this.#ofThread(site - FIRST_THREAD_SITE);
  }

  #ofThread(index: number): KnownSite {
    if (this.#threads[index] === undefined) {
      this.fetch();
    }
    return this.#threads[index] ?? { ...nowhere, text: 'unknown' };
  }

  /** Null for a file to which no path leads from the program's folder. */
  #fileOf(path: string): number | null {
    const fromProgram = relative(this.folder, path);
    if (path === this.program || isAbsolute(fromProgram)) {
      return path === this.program ? 0 : null;
    }
    let number = this.#files.get(path);
    if (number === undefined) {
      number = this.#files.size + 1;
      this.#files.set(path, number);
      this.onFile(number, fromProgram.replaceAll(sep, '/'));
    }
    return number;
  }
}
