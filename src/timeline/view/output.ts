import type { Trace } from '../../core/trace/trace';

/** One line that the program wrote. */
export interface OutputLine {
  /** Milliseconds since the program started. */
  readonly time: number;
  /** Name of the lane that wrote it, null when none ran. */
  readonly lane: string | null;
  readonly isError: boolean;
  readonly text: string;
}

/** What the program wrote, line by line, in its order. */
export function outputOf(trace: Pick<Trace, 'lanes' | 'marks'>): OutputLine[] {
  const names = new Map(trace.lanes.map((lane) => [lane.id, lane.name]));
  const lines: OutputLine[] = [];
  for (const { time, lane, kind, text } of trace.marks) {
    if (kind === 'output' || kind === 'error-output') {
      const name = lane === null ? null : (names.get(lane) ?? null);
      for (const line of text.replace(/\r?\n$/, '').split(/\r?\n/)) {
        lines.push({ time, lane: name, isError: kind === 'error-output', text: line });
      }
    }
  }
  return lines;
}
