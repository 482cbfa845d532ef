import * as l10n from '@vscode/l10n';
import { IMPORT } from './blocked';
import { formatDuration } from './duration';
import type { Facts } from './findings';
import { waitsForLoop } from './program-waits';
import { overlapsAny } from './spans';
import type { ExitReason, Span, Trace } from './trace';
import { sentence, waitsInWords } from './words';

/** Shorter waits are noise beside what a learner came to see. */
const NOTICED_MS = 50;

const openings: Readonly<Record<ExitReason, (time: string) => string>> = {
  completed: (time) => l10n.t('It took {0}', time),
  failed: (time) => l10n.t('It failed after {0}', time),
  timeout: (time) => l10n.t('It was stopped after {0}, still running', time),
  'output-limit': (time) => l10n.t('It was stopped after {0} because it printed too much', time),
  'memory-limit': (time) => l10n.t('It was stopped after {0} because it used too much memory', time),
  killed: (time) => l10n.t('It was stopped after {0}', time),
};

type Judged = Omit<Facts, 'clock'>;
type Timed = Pick<Span, 'start' | 'end'>;

/**
 * How long the program took, in milliseconds: of a Python program that does nothing but import and start
 * its loops, how long these turned; the interpreter's work around them is not the learner's.
 */
export function tookMs({
  language,
  lanes,
  loop,
  duration,
}: Pick<Trace, 'language' | 'lanes' | 'loop' | 'duration'>): number {
  const isAllLoop =
    language === 'python' && loop.length > 0 && !lanes.some((lane) => lane.kind === 'program');
  return isAllLoop ? (loop.at(-1)?.end ?? duration) - (loop[0]?.start ?? 0) : duration;
}

/** The run in one or two sentences for a learner: how long, and where the time went. */
export function verdictOf(trace: Judged): string {
  const opening = openings[trace.exit.reason](formatDuration(tookMs(trace)));
  const parts = [blocking(trace), waiting(trace)].filter((part) => part !== null);
  const [first, second] = parts;
  if (first === undefined) {
    return l10n.t('{0}.', opening);
  }
  return second === undefined
    ? l10n.t('{0}: {1}.', opening, first)
    : l10n.t('{0}: {1}. {2}.', opening, first, sentence(second));
}

function blocking(trace: Judged): string | null {
  const hasLoop = trace.loop.length > 0;
  const spans = trace.lanes
    .flatMap((lane) => lane.spans)
    .filter((span) => span.state === 'blocked' && span.on !== IMPORT)
    .filter((span) => !hasLoop || overlapsAny(trace.loop, span));
  const total = covered(spans);
  if (total < NOTICED_MS) {
    return null;
  }
  const [on, ...others] = [...new Set(spans.map((span) => span.on))];
  const long = formatDuration(total);
  if (on === undefined || on === null || others.length > 0) {
    return hasLoop
      ? l10n.t('the loop was blocked for {0}, and nothing else could run', long)
      : l10n.t('{0} of it blocked, when the program could do nothing else', long);
  }
  return hasLoop
    ? l10n.t('the loop was blocked for {0} in {1}, and nothing else could run', long, on)
    : l10n.t('{0} of it blocked in {1}, when the program could do nothing else', long, on);
}

function waiting(trace: Judged): string | null {
  const waits = trace.lanes
    .flatMap((lane) => lane.spans.filter((span) => !waitsForLoop(trace.language, lane, span)))
    .filter((span) => span.state === 'waiting' && span.lanes === undefined)
    .filter((span) => span.end - span.start >= NOTICED_MS);
  const sum = waits.reduce((total, span) => total + span.end - span.start, 0);
  const together = covered(waits);
  if (waits.length < 2) {
    return waits.length === 0 ? null : l10n.t('one wait of {0}', formatDuration(sum));
  }
  const count = waitsInWords(waits.length);
  if (sum - together < NOTICED_MS) {
    return l10n.t('{0}, one after another', count);
  }
  const allAtOnce =
    waits.reduce((last, span) => Math.max(last, span.start), 0) <
    waits.reduce((first, span) => Math.min(first, span.end), Infinity);
  return allAtOnce
    ? l10n.t('{0} at the same time, {1} of waiting in all', count, formatDuration(sum))
    : l10n.t('{0} partly at the same time, {1} of waiting in all', count, formatDuration(sum));
}

/** How much time the spans cover, each moment counted once. */
function covered(spans: readonly Timed[]): number {
  let total = 0;
  let until = -Infinity;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    total += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return total;
}
