import {
  commands,
  Disposable,
  l10n,
  window,
  type Extension,
  type ExtensionContext,
  type QuickPickItem,
} from 'vscode';
import { partIds, parts, sectionIds, sections, type PartId, type SectionId } from '../../core/course/outline';
import { isDone, type Progress } from '../../core/course/progress';
import { whereToContinue } from '../../core/course/way';
import { registerCommand, setContext } from '../ids';
import { pickSection, sectionIn } from './pick';
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
    if (done ? before !== true : before === true) {
      await tick(stepOf(extension, id), done);
    }
  }

  const open = () => {
    const section = whereToContinue(store.progress) ?? '1.1';
    const part = `${extension.id}#${sections[section].part}`;
    return commands.executeCommand('workbench.action.openWalkthrough', part, false);
  };

  void show(store.progress);
  if (process.env['ASYNC_TUTOR_OPEN_WALKTHROUGH'] === '1') {
    void open();
  }
  return Disposable.from(
    store.onDidChange(show),
    registerCommand('asyncTutor.openWalkthrough', open),
    registerCommand('asyncTutor.resetProgress', (section) => reset(store, section, extension)),
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

async function reset(store: ProgressStore, argument: unknown, extension: Extension<unknown>): Promise<void> {
  const called = sectionIn(argument);
  const forgotten = called === undefined ? await sectionsToForget() : [called];
  for (const section of forgotten) {
    await store.reset(section);
    await tick(stepOf(extension, section), false);
  }
}

async function sectionsToForget(): Promise<readonly SectionId[]> {
  const everything = l10n.t('Forget Everything');
  const part = l10n.t('Forget One Part…');
  const one = l10n.t('Forget One Section…');
  const question = l10n.t('Forget what you have done in the course?');
  const detail = l10n.t('Your copies of the demos stay as they are.');
  const choice = await window.showWarningMessage(question, { modal: true, detail }, everything, part, one);
  if (choice === everything) {
    return sectionIds;
  }
  if (choice === part) {
    return (await pickPart()) ?? [];
  }
  const picked = choice === one ? await pickSection(l10n.t('Which section?')) : undefined;
  return picked === undefined ? [] : [picked];
}

async function pickPart(): Promise<readonly SectionId[] | undefined> {
  const items = partIds.map((id, index): QuickPickItem & { id: PartId } => ({
    id,
    label: l10n.t('Part {0}: {1}', index + 1, l10n.t(parts[id].title)),
  }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Which part?') });
  return picked && parts[picked.id].sections;
}

/** The editor's name for a section's step. */
function stepOf(extension: Extension<unknown>, id: SectionId): string {
  return `${extension.id}#${sections[id].part}#${id}`;
}
