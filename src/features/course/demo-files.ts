import { Uri, workspace, type ExtensionContext } from 'vscode';
import { demoName, sectionFile, sectionIds, sections, type SectionId } from '../../core/course/outline';
import { languages, type Language } from '../../core/language';
import { Copies, textOf } from '../copies';

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
  readonly #copies: Copies;

  constructor({ extensionUri, globalStorageUri, globalState }: ExtensionContext) {
    this.#shipped = extensionUri;
    this.#storage = Uri.joinPath(globalStorageUri, 'demos');
    this.#copies = new Copies(globalState);
  }

  /** The learner's copy of a demo, made first where there is none. */
  async copy(section: SectionId, language: Language): Promise<Uri> {
    const copy = this.#place(section, demoName(language));
    await this.#copies.renew(copy, await this.#shippedText(section, language));
    await this.#describeProject();
    return copy;
  }

  /** Puts the demo back as it is installed; an edited one is kept beside it, and its new place is returned. */
  async startOver(section: SectionId, language: Language): Promise<Uri | undefined> {
    return this.#copies.restart(
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
    const kept = await this.#copies.restart(copy, shipped);
    await this.#describeProject();
    return { copy, kept };
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
