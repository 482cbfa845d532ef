import type { Trace } from '../../core/trace/trace';
import type { Row } from './model/row';

/** One line that the program wrote. */
export interface OutputLine {
  /** Milliseconds since the program started. */
  readonly time: number;
  /** Name of the lane or call that wrote it, null when none ran. */
  readonly lane: string | null;
  readonly isError: boolean;
  readonly text: string;
}

/** What the program wrote, line by line, in its order. */
export function outputOf({ marks }: Pick<Trace, 'marks'>, rows: readonly Row[]): OutputLine[] {
  const writers = new Map(
    rows.flatMap((row) => (row.kind === 'loop' ? [] : row.marks.map((mark) => [mark, row.name] as const))),
  );
  const lines: OutputLine[] = [];
  for (const mark of marks) {
    const { time, kind, text } = mark;
    if (kind === 'output' || kind === 'error-output') {
      const lane = writers.get(mark) ?? null;
      for (const line of text.replace(/\r?\n$/, '').split(/\r?\n/)) {
        lines.push({ time, lane, isError: kind === 'error-output', text: line });
      }
    }
  }
  return lines;
}
