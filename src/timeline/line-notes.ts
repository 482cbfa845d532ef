import type { SpanState, Trace } from '../core/trace/trace';

/** What a run did at a line of its program. Times are milliseconds. */
export interface LineNote {
  /** Counts from 1. */
  readonly line: number;
  readonly waits: number;
  readonly waited: number;
  readonly blocks: number;
  readonly blocked: number;
  readonly neverAwaited: number;
}

/** Less than this, all in all, is not worth a note. */
const least = 1;

/** The files that lines of a trace are in, as the trace names them; undefined is the main one. */
export function modulesOf({
  lanes,
  findings,
}: Pick<Trace, 'lanes' | 'findings'>): ReadonlySet<string | undefined> {
  return new Set([
    undefined,
    ...[...lanes.flatMap(({ spans }) => spans), ...findings].map(({ file }) => file),
  ]);
}

/** What was waited, blocked or never awaited in a file of the program, by line, in the order of the lines. */
export function lineNotes(
  { lanes, findings }: Pick<Trace, 'lanes' | 'findings'>,
  module?: string,
): readonly LineNote[] {
  const notes = new Map<number, { -readonly [Member in keyof LineNote]: LineNote[Member] }>();
  const at = (line: number) => {
    const note = notes.get(line) ?? { line, waits: 0, waited: 0, blocks: 0, blocked: 0, neverAwaited: 0 };
    notes.set(line, note);
    return note;
  };
  for (const { state, line, file, start, end } of lanes.flatMap(({ spans }) => spans)) {
    if (line === null || file !== module || !isNoted(state)) {
      continue;
    }
    const note = at(line);
    if (state === 'waiting') {
      note.waits++;
      note.waited += end - start;
    } else {
      note.blocks++;
      note.blocked += end - start;
    }
  }
  for (const { kind, line, file } of findings) {
    if (kind === 'never-awaited' && line !== null && file === module) {
      at(line).neverAwaited++;
    }
  }
  return [...notes.values()]
    .filter(({ waited, blocked, neverAwaited }) => waited >= least || blocked >= least || neverAwaited > 0)
    .sort((a, b) => a.line - b.line);
}

function isNoted(state: SpanState): boolean {
  return state === 'waiting' || state === 'blocked';
}

/** A change of a text: the lines from `start` to `end`, counted from 1, become so many. */
export interface LineChange {
  readonly start: number;
  readonly end: number;
  readonly lines: number;
}

/** The notes after changes of the text: those of changed lines are gone, those below move along. */
export function moved(notes: readonly LineNote[], { start, end, lines }: LineChange): readonly LineNote[] {
  const shift = lines - (end - start + 1);
  return notes
    .filter(({ line }) => line < start || line > end)
    .map((note) => (note.line > end ? { ...note, line: note.line + shift } : note));
}
