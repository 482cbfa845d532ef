import { IMPORT } from './blocked';
import { formatDuration } from './duration';
import type { Facts } from './findings';
import { waitsForLoop } from './program-waits';
import { overlapsAny } from './spans';
import type { ExitReason, Span, Trace } from './trace';
import { counted, sentence } from './words';

/** Shorter waits are noise beside what a learner came to see. */
const NOTICED_MS = 50;

const openings: Readonly<Record<ExitReason, (time: string) => string>> = {
  completed: (time) => `It took ${time}`,
  failed: (time) => `It failed after ${time}`,
  timeout: (time) => `It was stopped after ${time}, still running`,
  'output-limit': (time) => `It was stopped after ${time} because it printed too much`,
  'memory-limit': (time) => `It was stopped after ${time} because it used too much memory`,
  killed: (time) => `It was stopped after ${time}`,
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
  return parts.length === 0
    ? `${opening}.`
    : `${opening}: ${parts.map((part, index) => (index === 0 ? part : sentence(part))).join('. ')}.`;
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
  const by = on !== undefined && on !== null && others.length === 0 ? ` in ${on}` : '';
  return hasLoop
    ? `the loop was blocked for ${formatDuration(total)}${by}, and nothing else could run`
    : `${formatDuration(total)} of it blocked${by}, when the program could do nothing else`;
}

function waiting(trace: Judged): string | null {
  const waits = trace.lanes
    .flatMap((lane) => lane.spans.filter((span) => !waitsForLoop(trace.language, lane, span)))
    .filter((span) => span.state === 'waiting' && span.lanes === undefined)
    .filter((span) => span.end - span.start >= NOTICED_MS);
  const sum = waits.reduce((total, span) => total + span.end - span.start, 0);
  const together = covered(waits);
  if (waits.length < 2) {
    return waits.length === 0 ? null : `one wait of ${formatDuration(sum)}`;
  }
  const count = counted(waits.length, 'wait');
  if (sum - together < NOTICED_MS) {
    return `${count}, one after another`;
  }
  const allAtOnce =
    waits.reduce((last, span) => Math.max(last, span.start), 0) <
    waits.reduce((first, span) => Math.min(first, span.end), Infinity);
  const how = allAtOnce ? 'at the same time' : 'partly at the same time';
  return `${count} ${how}, ${formatDuration(sum)} of waiting in all`;
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
