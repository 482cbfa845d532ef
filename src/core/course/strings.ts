import { partIds, parts, sectionIds, sections } from './outline';
import type { Asking, Prediction } from './section';

/** Every sentence of the course that the editor shows outside of walkthroughs and lessons, once each. */
export function courseStrings(): readonly string[] {
  const ofParts = partIds.flatMap((id) => [parts[id].title, parts[id].description]);
  const ofSections = sectionIds.flatMap((id) => {
    const section = sections[id];
    return [
      section.title,
      section.teaches,
      ...askedIn(section),
      ...Object.values(section.notes).flatMap((notes) => notes.map(({ text }) => text)),
      ...section.changes.flatMap((change) => [change.task, ...askedIn(change)]),
    ];
  });
  return [...new Set([...ofParts, ...ofSections])];
}

const askedIn = ({ prediction, predictionIn }: Asking): readonly string[] =>
  [prediction, ...Object.values(predictionIn ?? {})].flatMap(wordsOf);

const wordsOf = ({ question, choices, why }: Prediction): readonly string[] => [question, ...choices, why];
