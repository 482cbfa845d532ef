import { sectionIds, sections, type SectionId } from './outline';
import { isDone, type Progress } from './progress';

/** The section after this one, undefined at the end of the course. */
export function nextSection(id: SectionId): SectionId | undefined {
  return sectionIds[sectionIds.indexOf(id) + 1];
}

/** The section before this one, undefined at the start of the course. */
export function previousSection(id: SectionId): SectionId | undefined {
  return sectionIds[sectionIds.indexOf(id) - 1];
}

/**
 * Where to go on: the section that was visited last while it is not done, else the next undone one after it, else the
 * first undone one; undefined when the whole course is done.
 */
export function whereToContinue(progress: Progress, visited?: SectionId): SectionId | undefined {
  const undone = sectionIds.filter((id) => !isDone(progress, id));
  const from = visited === undefined ? 0 : sectionIds.indexOf(visited);
  return undone.find((id) => sectionIds.indexOf(id) >= from) ?? undone[0];
}

/** Minutes that the sections which are not done yet take, by the outline. */
export function minutesLeft(progress: Progress, ids: readonly SectionId[]): number {
  return ids.filter((id) => !isDone(progress, id)).reduce((sum, id) => sum + sections[id].minutes, 0);
}
