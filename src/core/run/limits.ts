import * as l10n from '@vscode/l10n';
import type { ExitReason } from '../trace/trace';
import type { RunLimits } from './run';

/** Enough for every program of the course, and soon enough to end one that got away. */
export const defaultLimits: RunLimits = {
  timeoutMs: 60_000,
  outputBytes: 4 * 1024 * 1024,
  traceBytes: 64 * 1024 * 1024,
  memoryBytes: 1024 * 1024 * 1024,
};

const mebibytes = (bytes: number) => l10n.t('{0} MB', Math.round(bytes / 1024 / 1024));

const endings: Readonly<Record<ExitReason, (limits: RunLimits, code: number | null) => string | null>> = {
  completed: () => null,
  failed: (_limits, code) =>
    code === null
      ? l10n.t('The program was ended by a signal.')
      : l10n.t('The program ended with exit code {0}.', code),
  killed: () => l10n.t('The program was stopped.'),
  timeout: ({ timeoutMs }) =>
    l10n.t(
      'The program was still running after {0} s and was stopped. Is there a loop that never ends?',
      timeoutMs / 1000,
    ),
  'output-limit': ({ outputBytes }) =>
    l10n.t('The program was stopped because it wrote more than {0} of output.', mebibytes(outputBytes)),
  'memory-limit': ({ memoryBytes }) =>
    l10n.t('The program was stopped because it used more than {0} of memory.', mebibytes(memoryBytes)),
};

const forgery =
  'The program wrote to the channel of its recorder (file descriptor 3); that is left out of the trace.';

/** What to tell of a program's end: null when it completed, and left the recorder's channel alone. */
export function problemOf(
  reason: ExitReason,
  limits: RunLimits,
  code: number | null,
  wasForged = false,
): string | null {
  const sentences = [endings[reason](limits, code), wasForged ? forgery : null].filter(
    (each) => each !== null,
  );
  return sentences.length === 0 ? null : sentences.join(' ');
}
