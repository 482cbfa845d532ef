import { l10n, window, type Disposable, type QuickPickItem } from 'vscode';
import { partIds, parts, sectionIds, type PartId, type SectionId } from '../../core/course/outline';
import { registerCommand } from '../ids';
import { pickSection, sectionIn } from './pick';
import type { ProgressStore } from './progress-store';

/** Forgets what was done: a section that the command was called with, else a section, a part or all, as chosen. */
export function register(store: ProgressStore): Disposable {
  return registerCommand('asyncTutor.resetProgress', async (argument) => {
    const called = sectionIn(argument);
    await store.reset(called === undefined ? await sectionsToForget() : [called]);
  });
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
    label: l10n.t('Part {0}: {1}', index + 1, parts[id].title),
  }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Which part?') });
  return picked && parts[picked.id].sections;
}
