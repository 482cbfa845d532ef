import { createHash } from 'node:crypto';
import { FileType, Uri, workspace, type ExtensionContext, type Memento } from 'vscode';
import { demoName, sectionFile, sectionIds, sections, type SectionId } from '../../core/course/outline';
import { languages, type Language } from '../../core/language';

/** One demo of the course, in one language. */
export interface Demo {
  readonly section: SectionId;
  readonly language: Language;
}

/**
 * The learner's copies of the demos, in the extension's storage. A copy that was edited is never written over; one that
 * was not is renewed when the installed demo has changed.
 */
export class DemoFiles {
  readonly #shipped: Uri;
  readonly #storage: Uri;
  readonly #memento: Memento;

  constructor({ extensionUri, globalStorageUri, globalState }: ExtensionContext) {
    this.#shipped = extensionUri;
    this.#storage = Uri.joinPath(globalStorageUri, 'demos');
    this.#memento = globalState;
  }

  /** The learner's copy of a demo, made first where there is none. */
  async copy(section: SectionId, language: Language): Promise<Uri> {
    const copy = this.#place(section, demoName(language));
    const [shipped, present] = await Promise.all([this.#shippedText(section, language), textOf(copy)]);
    if (present === undefined || (present !== shipped && this.#isAsShipped(copy, present))) {
      await this.#write(copy, shipped);
    }
    await this.#describeProject();
    return copy;
  }

  /** Puts the demo back as it is installed; an edited one is kept beside it, and its new place is returned. */
  async startOver(section: SectionId, language: Language): Promise<Uri | undefined> {
    return this.#restart(
      this.#place(section, demoName(language)),
      await this.#shippedText(section, language),
    );
  }

  /** Puts any other program of ours where the learner may change it; an edited copy is kept beside it, as above. */
  async program(
    name: string,
    shipped: string,
  ): Promise<{ readonly copy: Uri; readonly kept: Uri | undefined }> {
    const copy = Uri.joinPath(this.#storage, name);
    const kept = await this.#restart(copy, shipped);
    await this.#describeProject();
    return { copy, kept };
  }

  async #restart(copy: Uri, shipped: string): Promise<Uri | undefined> {
    const present = await textOf(copy);
    if (present === undefined || present === shipped || this.#isAsShipped(copy, present)) {
      await this.#write(copy, shipped);
      return undefined;
    }
    const kept = await this.#freePlace(copy);
    await workspace.fs.writeFile(kept, Buffer.from(present));
    await this.#write(copy, shipped);
    return kept;
  }

  /** The demo that is at this place, if any is. */
  demoAt(file: Uri): Demo | undefined {
    const place = file.toString();
    for (const section of sectionIds) {
      for (const language of languages) {
        if (this.#place(section, demoName(language)).toString() === place) {
          return { section, language };
        }
      }
    }
    return undefined;
  }

  /** The section whose demo is at this place, if any is. */
  sectionOf(file: Uri): SectionId | undefined {
    return this.demoAt(file)?.section;
  }

  /** True when a demo reads as it was installed, so that what the course says of it holds. */
  async isAsInstalled({ section, language }: Demo, text: string): Promise<boolean> {
    return text === (await this.#shippedText(section, language));
  }

  /** True for any file in the folder of the demos. */
  contains(file: Uri): boolean {
    return file.scheme === this.#storage.scheme && file.path.startsWith(`${this.#storage.path}/`);
  }

  #place(section: SectionId, name: string): Uri {
    return Uri.joinPath(this.#storage, sections[section].folder, name);
  }

  async #shippedText(section: SectionId, language: Language): Promise<string> {
    const file = Uri.joinPath(this.#shipped, sectionFile(section, demoName(language)));
    return Buffer.from(await workspace.fs.readFile(file)).toString('utf8');
  }

  async #write(copy: Uri, text: string): Promise<void> {
    await workspace.fs.writeFile(copy, Buffer.from(text));
    await this.#memento.update(this.#memoryOf(copy), digest(text));
  }

  #isAsShipped(copy: Uri, text: string): boolean {
    return this.#memento.get(this.#memoryOf(copy)) === digest(text);
  }

  #memoryOf(copy: Uri): string {
    return `asyncTutor.demo.${copy.path.split('/').slice(-2).join('/')}`;
  }

  async #freePlace(copy: Uri): Promise<Uri> {
    const folder = Uri.joinPath(copy, '..');
    const name = copy.path.split('/').at(-1) ?? '';
    const taken = new Set(
      (await workspace.fs.readDirectory(folder))
        .filter(([, type]) => type === FileType.File)
        .map(([file]) => file),
    );
    for (let number = 1; ; number++) {
      const candidate = name.replace('.', `.mine-${number}.`);
      if (!taken.has(candidate)) {
        return Uri.joinPath(folder, candidate);
      }
    }
  }

  /** Tells the editor's TypeScript where Node's types are, so that a demo shows no error that is not there. */
  async #describeProject(): Promise<void> {
    const types = Uri.joinPath(this.#shipped, 'dist/types/node_modules/@types').fsPath;
    const compilerOptions = {
      ...{ target: 'es2023', module: 'esnext', moduleResolution: 'bundler', moduleDetection: 'force' },
      ...{ strict: true, noEmit: true, skipLibCheck: true, typeRoots: [types], types: ['node'] },
    };
    const file = Uri.joinPath(this.#storage, 'tsconfig.json');
    const text = JSON.stringify({ compilerOptions }, null, 2);
    if ((await textOf(file)) !== text) {
      await workspace.fs.writeFile(file, Buffer.from(text));
    }
  }
}

async function textOf(file: Uri): Promise<string | undefined> {
  return workspace.fs.readFile(file).then(
    (bytes) => Buffer.from(bytes).toString('utf8'),
    () => undefined,
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
