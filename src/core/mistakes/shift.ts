import type { Fix, RuleFinding, TextRange } from './finding';

/** A range that much later in its text. */
export function shiftedRange<T extends TextRange>(range: T, by: number): T {
  return { ...range, start: range.start + by, end: range.end + by };
}

/** A finding that much later in its document, with its fixes and the places in that document that explain it. */
export function shifted<T extends RuleFinding>(finding: T, by: number): T {
  return {
    ...shiftedRange(finding, by),
    fixes: finding.fixes.map((fix): Fix => ({
      ...fix,
      edits: fix.edits.map((edit) => shiftedRange(edit, by)),
    })),
    ...(finding.related === undefined
      ? {}
      : {
          related: finding.related.map((place) =>
            place.path === undefined ? shiftedRange(place, by) : place,
          ),
        }),
  };
}
