import type { FileReader } from '../../source';

/** Answers about files are taken to hold for this long, in milliseconds. */
const shortest = 100;
/** Asking anew may take one part in this many of all time. */
const share = 20;

/**
 * The files of a workspace with the open document's text on top. What was asked once is remembered for a moment: whoever
 * checks a thousand files does not look for the same ones each time.
 */
export class RecentFiles implements FileReader {
  readonly #files: FileReader;
  readonly #answers = new Map<string, unknown>();
  #open: { readonly path: string; readonly text: string } | undefined;
  #until = 0;
  #begun = 0;

  /** Grows each time that answers given so far may no longer hold. */
  epoch = 0;

  constructor(files: FileReader) {
    this.#files = files;
  }

  get openPath(): string | undefined {
    return this.#open?.path;
  }

  /** Puts an open document's text on top of what is stored, instead of the one that was open before. */
  open(path: string, text: string): void {
    this.#open = { path, text };
    this.#begun = performance.now();
    if (this.#begun >= this.#until) {
      this.#answers.clear();
      this.epoch += 1;
      this.#until = this.#begun + shortest;
    }
  }

  /** Tells how long it took to look at files anew, so that the next time comes when that is worth it. */
  hasLooked(milliseconds: number): void {
    this.#until = Math.max(this.#until, performance.now() + milliseconds * share);
  }

  read(path: string): string | undefined {
    return path === this.#open?.path ? this.#open.text : this.#files.read(path);
  }

  isFile(path: string): boolean {
    return path === this.#open?.path || this.#remember('file', path, () => this.#files.isFile(path));
  }

  isDirectory(path: string): boolean {
    return this.#remember('directory', path, () => this.#files.isDirectory(path));
  }

  list(path: string): readonly string[] {
    return this.#remember('list', path, () => this.#files.list(path));
  }

  upcoming(): readonly string[] {
    return this.#files.upcoming?.() ?? [];
  }

  #remember<T>(kind: string, path: string, ask: () => T): T {
    const key = `${kind} ${path}`;
    if (!this.#answers.has(key)) {
      this.#answers.set(key, ask());
    }
    return this.#answers.get(key) as T;
  }
}
