import { getLibFiles, libFolderInMemoryPath, ts } from '@ts-morph/common';
import { unlessTooDeep } from '../../syntax/too-deep';
import { isInstalled } from './paths';
import type { RecentFiles } from './recent-files';

interface Source {
  readonly file: ts.SourceFile;
  /** When the text was last known to be what is stored. */
  epoch: number;
}

let libraries: ReadonlyMap<string, string> | undefined;

/** The language's own library, which the compiler brings along: texts by path. */
function libraryTexts(): ReadonlyMap<string, string> {
  libraries ??= new Map(
    getLibFiles().map(({ fileName, text }) => [`${libFolderInMemoryPath}/${fileName}`, text]),
  );
  return libraries;
}

/** Parsed files, each for as long as its text stays the same, whichever programs they are part of. */
export class Sources {
  readonly #files: RecentFiles;
  readonly #known = new Map<string, Source>();
  readonly #leftOut = new WeakSet<ts.SourceFile>();

  constructor(files: RecentFiles) {
    this.#files = files;
  }

  /** A file parsed for a kind of program; undefined when it cannot be read, or is nested too deeply. */
  get(path: string, options: ts.CreateSourceFileOptions): ts.SourceFile | undefined {
    const key = `${path} ${options.languageVersion} ${options.impliedNodeFormat ?? ''}`;
    const known = this.#known.get(key);
    if (known !== undefined && this.#isCurrent(known)) {
      return this.#leftOut.has(known.file) ? undefined : known.file;
    }
    const text = this.#textOf(path);
    const file =
      text === undefined ? undefined : unlessTooDeep(() => ts.createSourceFile(path, text, options));
    if (file === undefined) {
      this.#known.delete(key);
      return undefined;
    }
    this.#known.set(key, { file, epoch: this.#epochOf(path) });
    return file;
  }

  /** Treats a file as if it were not there, for as long as its text stays the same. */
  leaveOut(file: ts.SourceFile): void {
    this.#leftOut.add(file);
  }

  /** Whether a parsed file still is what is stored. */
  isCurrent(file: ts.SourceFile): boolean {
    return isInstalled(file.fileName) || file.text === this.#textOf(file.fileName);
  }

  /** Whether a file exists, be it one of the library's. */
  exists(path: string): boolean {
    return libraryTexts().has(path) || this.#files.isFile(path);
  }

  /** Forgets the workspace's own files that none of these programs has; libraries stay. */
  keepThoseOf(programs: readonly ts.Program[]): void {
    const used = new Set(programs.flatMap((program) => program.getSourceFiles()));
    for (const [key, { file }] of this.#known) {
      if (!isInstalled(file.fileName) && !used.has(file) && !this.#leftOut.has(file)) {
        this.#known.delete(key);
      }
    }
  }

  #isCurrent(source: Source): boolean {
    const path = source.file.fileName;
    const isOpen = path === this.#files.openPath;
    if (isInstalled(path) || (!isOpen && source.epoch === this.#files.epoch)) {
      return true;
    }
    source.epoch = this.#epochOf(path);
    return source.file.text === this.#textOf(path);
  }

  /** What an open document says holds only until the next look. */
  #epochOf(path: string): number {
    return path === this.#files.openPath ? -1 : this.#files.epoch;
  }

  #textOf(path: string): string | undefined {
    return libraryTexts().get(path) ?? this.#files.read(path);
  }
}
