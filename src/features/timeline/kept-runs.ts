import { FileType, Uri, workspace, type ExtensionContext } from 'vscode';
import type { FinishedRun } from '../../timeline/protocol';

/** So many runs stay in the storage: windows without a folder share it, and each remembers its own. */
const kept = 8;

/** The runs that were shown last, on disk, so that a panel comes back after a reload with the very run that it showed. */
export class KeptRuns {
  readonly #folder: Uri;

  constructor({ storageUri, globalStorageUri }: Pick<ExtensionContext, 'storageUri' | 'globalStorageUri'>) {
    this.#folder = Uri.joinPath(storageUri ?? globalStorageUri, 'runs');
  }

  async keep(run: FinishedRun): Promise<void> {
    await workspace.fs.writeFile(this.#place(run.id), Buffer.from(JSON.stringify(run)));
    await this.#tidy();
  }

  /** The run of this id, or undefined when it was not kept, as a run that was cut off by the reload was not. */
  async read(id: string | undefined): Promise<FinishedRun | undefined> {
    if (id === undefined || !/^[\w-]+$/.test(id)) {
      return undefined;
    }
    try {
      const text = Buffer.from(await workspace.fs.readFile(this.#place(id))).toString('utf8');
      const run: unknown = JSON.parse(text);
      return isRun(run) && run.id === id ? run : undefined;
    } catch {
      return undefined;
    }
  }

  #place(id: string): Uri {
    return Uri.joinPath(this.#folder, `${id}.json`);
  }

  /** Another window may do the same at the same time: what is gone already is no trouble. */
  async #tidy(): Promise<void> {
    const names = (await workspace.fs.readDirectory(this.#folder)).filter(
      ([, type]) => type === FileType.File,
    );
    const files = await Promise.all(
      names.map(async ([name]) => {
        const uri = Uri.joinPath(this.#folder, name);
        const written = await workspace.fs.stat(uri).then(
          ({ mtime }) => mtime,
          () => 0,
        );
        return { uri, written };
      }),
    );
    const old = files.toSorted((a, b) => b.written - a.written).slice(kept);
    await Promise.allSettled(old.map(({ uri }) => workspace.fs.delete(uri)));
  }
}

function isRun(value: unknown): value is FinishedRun {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['id', 'title', 'prediction', 'trace', 'problem', 'lessons'].every((member) => member in value)
  );
}
