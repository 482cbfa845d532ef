export const partIds = ['part-1', 'part-2', 'part-3', 'part-4', 'part-5'] as const;
export type PartId = (typeof partIds)[number];

/** The lecture's own numbers; progress is filed under them, so they never change. */
const sectionIdsOf = {
  'part-1': ['1.1', '1.2', '1.3', '1.4'],
  'part-2': ['2.1', '2.2', '2.3', '2.4'],
  'part-3': ['3.1', '3.2', '3.3', '3.4', '3.5'],
  'part-4': ['4.1', '4.2', '4.3', '4.4', '4.5', '4.6'],
  'part-5': ['5.1', '5.2', '5.3', '5.4'],
} as const satisfies Record<PartId, readonly string[]>;

export type SectionIdOf<Part extends PartId> = (typeof sectionIdsOf)[Part][number];
export type SectionId = SectionIdOf<PartId>;

export const sectionIds: readonly SectionId[] = partIds.flatMap(sectionIdsIn);

/** The sections of a part, in order. */
export function sectionIdsIn(part: PartId): readonly SectionId[] {
  return sectionIdsOf[part];
}

/** True for the id of a section of this course. */
export function isSectionId(value: unknown): value is SectionId {
  return sectionIds.some((id) => id === value);
}

/** True for the id of a part of this course. */
export function isPartId(value: unknown): value is PartId {
  return partIds.some((id) => id === value);
}
