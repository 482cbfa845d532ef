import type { TextEdit } from '../../finding';

export function insert(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}

export function replace(start: number, end: number, newText: string): TextEdit {
  return { start, end, newText };
}

/** Edits in the order of the text, each once, those that touch made one. */
export function sorted(edits: readonly TextEdit[]): readonly TextEdit[] {
  const distinct = new Map(edits.map((edit) => [`${edit.start}-${edit.end}-${edit.newText}`, edit]));
  const ordered = [...distinct.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  return ordered.reduce<readonly TextEdit[]>((merged, edit) => {
    const last = merged.at(-1);
    return last?.end === edit.start
      ? [...merged.slice(0, -1), replace(last.start, edit.end, last.newText + edit.newText)]
      : [...merged, edit];
  }, []);
}
