import { l10n, window, type QuickPickItem } from 'vscode';
import { isSectionId, sectionIds, sections, type SectionId } from '../../core/course/outline';

interface SectionItem extends QuickPickItem {
  readonly id: SectionId;
}

/** Asks for a section of the course; undefined when nobody chose one. */
export async function pickSection(placeHolder: string): Promise<SectionId | undefined> {
  const items = sectionIds.map((id): SectionItem => {
    const { title, minutes } = sections[id];
    return { id, label: `${id} ${l10n.t(title)}`, description: l10n.t('{0} min', minutes) };
  });
  return (await window.showQuickPick(items, { placeHolder }))?.id;
}

/** The section that a command was called with, else the one the learner picks. */
export async function sectionFrom(argument: unknown, placeHolder: string): Promise<SectionId | undefined> {
  return isSectionId(argument) ? argument : pickSection(placeHolder);
}
