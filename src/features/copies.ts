import { createHash } from 'node:crypto';
import { FileSystemError, FileType, l10n, Uri, workspace, type Memento } from 'vscode';
import { openDocumentAt, saved } from './open-documents';

/** Files of ours where the learner may change them. What was written there is never lost: it is kept beside. */
export class Copies {
  readonly #memento: Memento;

  constructor(memento: Memento) {
    this.#memento = memento;
  }

  /** Makes a copy where there is none, and renews one that nobody edited. */
  async renew(copy: Uri, shipped: string): Promise<void> {
    const present = await textOf(copy);
    const untouched = openDocumentAt(copy)?.isDirty !== true;
    if (present === undefined || (present !== shipped && untouched && this.#isAsWritten(copy, present))) {
      await this.#write(copy, shipped);
    }
  }

  /**
   * Puts a copy back to what is shipped. An edited one, saved or not, is kept beside it, and its new place is returned.
   * Rejects with a FileSystemError, and leaves everything as it is, where that cannot be done.
   */
  async restart(copy: Uri, shipped: string): Promise<Uri | undefined> {
    const document = openDocumentAt(copy);
    if (document !== undefined && !(await saved(document))) {
      throw FileSystemError.Unavailable(l10n.t('{0} could not be saved.', nameOf(copy)));
    }
    const present = await textOf(copy);
    if (present === undefined || present === shipped || this.#isAsWritten(copy, present)) {
      await this.#write(copy, shipped);
      return undefined;
    }
    const kept = await freePlace(copy);
    await workspace.fs.writeFile(kept, Buffer.from(present));
    await this.#write(copy, shipped);
    return kept;
  }

  async #write(copy: Uri, text: string): Promise<void> {
    await workspace.fs.writeFile(copy, Buffer.from(text));
    await this.#memento.update(memoryOf(copy), digest(text));
  }

  #isAsWritten(copy: Uri, text: string): boolean {
    return this.#memento.get(memoryOf(copy)) === digest(text);
  }
}

/** The text of a file, undefined when it cannot be read. */
export async function textOf(file: Uri): Promise<string | undefined> {
  return workspace.fs.readFile(file).then(
    (bytes) => Buffer.from(bytes).toString('utf8'),
    () => undefined,
  );
}

const nameOf = ({ path }: Uri): string => path.split('/').at(-1) ?? '';

const memoryOf = ({ path }: Uri): string => `asyncTutor.demo.${path.split('/').slice(-2).join('/')}`;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

async function freePlace(copy: Uri): Promise<Uri> {
  const folder = Uri.joinPath(copy, '..');
  const entries = await workspace.fs.readDirectory(folder);
  const taken = new Set(entries.filter(([, type]) => type === FileType.File).map(([file]) => file));
  for (let number = 1; ; number++) {
    const candidate = nameOf(copy).replace('.', `.mine-${number}.`);
    if (!taken.has(candidate)) {
      return Uri.joinPath(folder, candidate);
    }
  }
}
