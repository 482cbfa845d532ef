import { formatDuration } from '../../core/trace/duration';
import { tookMs } from '../../core/trace/verdict';
import type { FinishedRun } from '../protocol';
import { say } from './say';

/** What waiting together could bring, in one sentence; null where nothing waited in a row. */
export function betterOf({ trace }: FinishedRun): string | null {
  const saved = trace.findings
    .filter(({ kind }) => kind === 'one-after-another')
    .reduce((most, { milliseconds }) => Math.max(most, milliseconds), 0);
  const took = tookMs(trace);
  return saved === 0 || saved >= took
    ? null
    : say('summary.better', formatDuration(took - saved), formatDuration(saved));
}
