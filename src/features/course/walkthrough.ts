import { commands, Disposable, l10n, window, type ExtensionContext } from 'vscode';
import { isSectionId, parts, sectionIds, sections, type SectionId } from '../../core/course/outline';
import { isDone, type Progress } from '../../core/course/progress';
import { registerCommand, setContext } from '../ids';
import { pickSection } from './pick';
import type { ProgressStore } from './progress-store';

/** Keeps the walkthrough's ticks and the context keys behind them equal to the stored progress. */
export function register({ extension }: ExtensionContext, store: ProgressStore): Disposable {
  const ticks = new Map<SectionId, boolean>();
  const show = (progress: Progress) =>
    Promise.all(sectionIds.map((id) => showSection(id, isDone(progress, id))));

  async function showSection(id: SectionId, done: boolean): Promise<void> {
    await setContext(`asyncTutor.done.${id}`, done);
    const before = ticks.get(id);
    ticks.set(id, done);
    if (before !== undefined && before !== done) {
      await tick(`${extension.id}#${sections[id].part}#${id}`, done);
    }
  }

  const open = () =>
    commands.executeCommand(
      'workbench.action.openWalkthrough',
      `${extension.id}#${parts['part-1'].id}`,
      false,
    );

  void show(store.progress);
  if (process.env['ASYNC_TUTOR_OPEN_WALKTHROUGH'] === '1') {
    void open();
  }
  return Disposable.from(
    store.onDidChange(show),
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) {
        store.refresh();
      }
    }),
    registerCommand('asyncTutor.openWalkthrough', open),
    registerCommand('asyncTutor.resetProgress', (section) => reset(store, section)),
  );
}

/**
 * A completion event counts once a window, so a step that was reset would not be ticked again by its context key:
 * the editor is told directly, where it knows how.
 */
async function tick(step: string, done: boolean): Promise<void> {
  const command = done ? 'welcome.markStepComplete' : 'welcome.markStepIncomplete';
  await commands.executeCommand(command, step).then(undefined, () => undefined);
}

async function reset(store: ProgressStore, section: unknown): Promise<void> {
  if (isSectionId(section)) {
    await store.reset(section);
    return;
  }
  const everything = l10n.t('Forget Everything');
  const one = l10n.t('Forget One Section…');
  const question = l10n.t('Forget what you have done in the course?');
  const detail = l10n.t('Your copies of the demos stay as they are.');
  const choice = await window.showWarningMessage(question, { modal: true, detail }, everything, one);
  if (choice === everything) {
    await store.reset();
  } else if (choice === one) {
    const picked = await pickSection(l10n.t('Which section?'));
    await (picked && store.reset(picked));
  }
}
