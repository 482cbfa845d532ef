import { Disposable, l10n, window, type QuickPickItem } from 'vscode';
import { compare } from '../../core/trace/compare';
import type { TimelinePanel } from '../../timeline/panel';
import type { FinishedRun } from '../../timeline/protocol';
import { registerCommand } from '../ids';
import type { History } from './history';
import { pickTrace } from './trace-files';

interface Choice extends QuickPickItem {
  readonly choose: () => Promise<FinishedRun | undefined>;
}

/** Shows two runs above each other. */
export function showBoth(panel: TimelinePanel, before: FinishedRun, after: FinishedRun): void {
  panel.compare(before, after, compare(before.trace, after.trace).sentences);
}

/** Compares the run on show with an earlier one of this window, or with a saved trace. */
export function register(panel: TimelinePanel, history: History): Disposable {
  const compareWith = async () => {
    const after = panel.runs.at(-1);
    if (after === undefined) {
      void window.showInformationMessage(
        l10n.t('Run a program first; then it can be compared with another run.'),
      );
      return;
    }
    const earlier = history.without([after]).map(({ run, at }): Choice => ({
      label: run.title.name,
      description: at.toLocaleTimeString(),
      choose: () => Promise.resolve(run),
    }));
    const saved: Choice = { label: l10n.t('$(folder-opened) A saved trace…'), choose: pickTrace };
    const placeHolder = l10n.t('Compare {0} with which run?', after.title.name);
    const before = await (await window.showQuickPick([...earlier, saved], { placeHolder }))?.choose();
    if (before !== undefined) {
      showBoth(panel, before, after);
    }
  };
  return Disposable.from(
    registerCommand('asyncTutor.compareRuns', compareWith),
    panel.onDidAsk(async (message) => {
      if (message.type === 'compare-with') {
        await compareWith();
      }
    }),
  );
}
