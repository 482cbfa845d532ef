import { Uri, type Memento } from 'vscode';

const key = 'asyncTutor.lastRun';

/** The document that was run last in this window; a panel that survives a restart still leads to it. */
export class LastRun {
  readonly #memento: Memento;

  constructor(memento: Memento) {
    this.#memento = memento;
  }

  get document(): Uri | undefined {
    const last = this.#memento.get<string>(key);
    return last === undefined ? undefined : Uri.parse(last);
  }

  async remember(document: Uri): Promise<void> {
    await this.#memento.update(key, document.toString());
  }
}
