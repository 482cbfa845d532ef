import { isDeepStrictEqual } from 'node:util';
import { EventEmitter, window, type Disposable, type Event, type Memento } from 'vscode';
import { answered, merge, ran, read, reset, type Progress } from '../../core/course/progress';
import type { SectionId } from '../../core/course/outline';
import type { Language } from '../../core/language';

/** Where progress lives in the editor's memory; it travels with the editor's settings sync. */
const progressKey = 'asyncTutor.progress';

export interface SyncedMemento extends Memento {
  setKeysForSync(keys: readonly string[]): void;
}

/**
 * The learner's progress, kept by the editor across restarts. The memento is not asked after each change: it may still
 * answer with what it held before.
 */
export class ProgressStore implements Disposable {
  readonly #changed = new EventEmitter<Progress>();
  readonly #memento: Memento;
  readonly #watching: Disposable;
  #progress: Progress;

  constructor(memento: SyncedMemento) {
    this.#memento = memento;
    this.#progress = read(memento.get(progressKey));
    memento.setKeysForSync([progressKey]);
    this.#watching = window.onDidChangeWindowState(({ focused }) => {
      if (focused) {
        void this.refresh();
      }
    });
  }

  readonly onDidChange: Event<Progress> = this.#changed.event;

  get progress(): Progress {
    return this.#progress;
  }

  answered(section: SectionId, language: Language, answer: number): Promise<void> {
    return this.#save(answered(this.#everywhere(), section, language, answer, Date.now()));
  }

  ran(section: SectionId): Promise<void> {
    return this.#save(ran(this.#everywhere(), section, Date.now()));
  }

  reset(sections: readonly SectionId[]): Promise<void> {
    return this.#save(reset(this.#everywhere(), sections, Date.now()));
  }

  /** Takes over what was done, or forgotten, in other windows and on other machines meanwhile, and tells them the rest. */
  async refresh(): Promise<void> {
    const stored = read(this.#memento.get(progressKey));
    const both = merge(this.#progress, stored);
    if (!isDeepStrictEqual(both, this.#progress)) {
      this.#progress = both;
      this.#changed.fire(both);
    }
    if (!isDeepStrictEqual(both, stored)) {
      await this.#memento.update(progressKey, both);
    }
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }

  /** What was done here and in other windows, whose progress the memento hears of. */
  #everywhere(): Progress {
    return merge(this.#progress, read(this.#memento.get(progressKey)));
  }

  async #save(progress: Progress): Promise<void> {
    this.#progress = progress;
    this.#changed.fire(progress);
    await this.#memento.update(progressKey, progress);
  }
}
