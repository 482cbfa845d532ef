import { formatDuration } from './duration';
import type { Facts } from './findings';
import type { ExitReason, Span } from './trace';
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

/** The run in one or two sentences for a learner: how long, and where the time went. */
export function verdictOf(trace: Omit<Facts, 'clock'>): string {
  const opening = openings[trace.exit.reason](formatDuration(trace.duration));
  const parts = [blocking(trace), waiting(trace)].filter((part) => part !== null);
  return parts.length === 0
    ? `${opening}.`
    : `${opening}: ${parts.map((part, index) => (index === 0 ? part : sentence(part))).join('. ')}.`;
}

type Timed = Pick<Span, 'start' | 'end'>;

function blocking(trace: Omit<Facts, 'clock'>): string | null {
  const spans = trace.lanes.flatMap((lane) => lane.spans.filter((span) => span.state === 'blocked'));
  const total = covered(spans);
  if (total < NOTICED_MS) {
    return null;
  }
  const [on, ...others] = [...new Set(spans.map((span) => span.on))];
  const by = on !== undefined && on !== null && others.length === 0 ? `, in ${on}` : '';
  return trace.loop.length === 0
    ? `${formatDuration(total)} of it blocked${by}, when nothing else could be done`
    : `the loop was blocked for ${formatDuration(total)}${by}, and nobody else could run`;
}

function waiting(trace: Omit<Facts, 'clock'>): string | null {
  const waits = trace.lanes
    .flatMap((lane) => (lane.kind === 'program' && trace.language === 'python' ? [] : lane.spans))
    .filter((span) => span.state === 'waiting' && span.lanes === undefined)
    .filter((span) => span.end - span.start >= NOTICED_MS);
  if (waits.length === 0) {
    return null;
  }
  const sum = waits.reduce((total, span) => total + span.end - span.start, 0);
  const together = covered(waits);
  if (waits.length === 1) {
    return `one wait of ${formatDuration(sum)}`;
  }
  if (sum - together < NOTICED_MS) {
    return `${counted(waits.length, 'wait')}, one after another`;
  }
  return (
    `${counted(waits.length, 'wait')}, ${formatDuration(sum)} in all, ` +
    `went on at the same time and took ${formatDuration(together)}`
  );
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
