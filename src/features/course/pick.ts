import { l10n, window, type QuickPickItem } from 'vscode';
import { isSectionId, sectionIds, sections, type SectionId } from '../../core/course/outline';

interface SectionItem extends QuickPickItem {
  readonly id: SectionId;
}

/** Asks for a section of the course; undefined when nobody chose one. */
export async function pickSection(placeHolder: string): Promise<SectionId | undefined> {
  const items = sectionIds.map((id): SectionItem => {
    const { title, minutes } = sections[id];
    return { id, label: `${id} ${title}`, description: l10n.t('{0} min', minutes) };
  });
  return (await window.showQuickPick(items, { placeHolder }))?.id;
}

/** The section that a command was called with, by its id or from the tree; undefined when it was called without. */
export function sectionIn(argument: unknown): SectionId | undefined {
  if (isSectionId(argument)) {
    return argument;
  }
  const inTree = typeof argument === 'object' && argument !== null && 'section' in argument;
  return inTree && isSectionId(argument.section) ? argument.section : undefined;
}

/** The section that a command was called with, else the one the learner picks. */
export async function sectionFrom(argument: unknown, placeHolder: string): Promise<SectionId | undefined> {
  return sectionIn(argument) ?? pickSection(placeHolder);
}
