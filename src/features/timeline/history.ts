import { Disposable } from 'vscode';
import type { TimelinePanel } from '../../timeline/panel';
import type { FinishedRun } from '../../timeline/protocol';

/** A run that was shown, and when that was first. */
export interface Remembered {
  readonly run: FinishedRun;
  readonly at: Date;
}

const most = 10;

/** The runs that were shown in this window, the latest first. */
export class History implements Disposable {
  #remembered: readonly Remembered[] = [];
  readonly #listening: Disposable;

  constructor(panel: TimelinePanel) {
    this.#listening = panel.onDidShow((runs) => {
      const isNew = (run: FinishedRun) => this.#remembered.every((known) => known.run.id !== run.id);
      const added = runs.filter(isNew).map((run) => ({ run, at: new Date() }));
      this.#remembered = [...added, ...this.#remembered].slice(0, most);
    });
  }

  /** The runs other than those. */
  without(runs: readonly FinishedRun[]): readonly Remembered[] {
    return this.#remembered.filter(({ run }) => runs.every(({ id }) => id !== run.id));
  }

  dispose(): void {
    this.#listening.dispose();
  }
}
