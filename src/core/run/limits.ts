import type { ExitReason } from '../trace/trace';
import type { RunLimits } from './run';

/** Enough for every program of the course, and soon enough to end one that got away. */
export const defaultLimits: RunLimits = {
  timeoutMs: 60_000,
  outputBytes: 4 * 1024 * 1024,
  traceBytes: 64 * 1024 * 1024,
  memoryBytes: 1024 * 1024 * 1024,
};

const mebibytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;

const endings: Readonly<Record<ExitReason, (limits: RunLimits, code: number | null) => string | null>> = {
  completed: () => null,
  failed: (_limits, code) =>
    code === null ? 'The program was ended by a signal.' : `The program ended with exit code ${code}.`,
  killed: () => 'The program was stopped.',
  timeout: ({ timeoutMs }) =>
    `The program was still running after ${timeoutMs / 1000} s and was stopped. Is there a loop that never ends?`,
  'output-limit': ({ outputBytes }) =>
    `The program was stopped because it wrote more than ${mebibytes(outputBytes)} of output.`,
  'memory-limit': ({ memoryBytes }) =>
    `The program was stopped because it used more than ${mebibytes(memoryBytes)} of memory.`,
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
