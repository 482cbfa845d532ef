import type { PathStep } from './compare/critical-path';
import { summaryOf, type Summary } from './compare/summary';
import { formatDuration } from './duration';
import type { Lane, SpanState, Trace } from './trace';
import { atLine, code, counted, listed } from './words';

/** Two runs side by side: of one program before and after a change, or of two programs. */
export interface Comparison {
  readonly version: 1;
  readonly first: Summary;
  readonly second: Summary;
  /** How much shorter the second is, in milliseconds; negative when it is longer. */
  readonly savedMs: number;
  /** What differs and why, one to four sentences; code in them stands in backticks. */
  readonly sentences: readonly string[];
}

/** Shorter differences are noise. */
const NOTICED_MS = 20;
/** Runs whose lengths differ by less than this share take the same time. */
const SAME_SHARE = 0.05;

export function compare(first: Trace, second: Trace): Comparison {
  const [a, b] = [summaryOf(first), summaryOf(second)];
  const parts = [length(a, b), blocking(a, b), waiting(a, b), longest(b, second.lanes)];
  const sentences = parts.filter((part) => part !== null);
  return { version: 1, first: a, second: b, savedMs: a.wall - b.wall, sentences };
}

function length({ wall: a }: Summary, { wall: b }: Summary): string {
  const difference = Math.abs(a - b);
  if (difference < NOTICED_MS || difference < Math.max(a, b) * SAME_SHARE) {
    return `Both took about ${formatDuration(b)}.`;
  }
  const both = `The second took ${formatDuration(b)} and the first ${formatDuration(a)}`;
  const times = Math.max(a, b) / Math.min(a, b);
  const how = times > 100 ? 'more than 100' : times.toFixed(times < 9.95 ? 1 : 0);
  return b < a ? `${both}: ${how} times as fast.` : `${both}: ${how} times as long.`;
}

function blocking({ blocked: a }: Summary, { blocked: b }: Summary): string | null {
  if (Math.abs(a - b) < NOTICED_MS) {
    return null;
  }
  const told = (time: number) => (time < NOTICED_MS ? 'not blocked' : `blocked for ${formatDuration(time)}`);
  return `The first was ${told(a)}, the second ${told(b)}.`;
}

function waiting({ overlap: a }: Summary, { overlap: b }: Summary): string | null {
  if (a.most === b.most) {
    return null;
  }
  const told = ({ most }: Summary['overlap']) =>
    most === 0
      ? 'waited for nothing'
      : most === 1
        ? 'waited for one thing at a time'
        : `had up to ${counted(most, 'wait')} at once`;
  const more = a.most > b.most ? a : b;
  const names = more.most > 1 ? ` (${listed(more.names.map(code))})` : '';
  const [one, other] = more === a ? [told(a) + names, told(b)] : [told(a), told(b) + names];
  return `The first ${one}; the second ${other}.`;
}

/** What to look at next: the longest step of the second run's critical path. */
function longest({ criticalPath }: Summary, lanes: readonly Lane[]): string | null {
  const step = criticalPath.reduce<PathStep | undefined>(
    (most, other) => (most === undefined || other.end - other.start > most.end - most.start ? other : most),
    undefined,
  );
  if (step === undefined || step.end - step.start < NOTICED_MS) {
    return null;
  }
  const name = code(lanes.find(({ id }) => id === step.lane)?.name ?? '');
  const on = step.on === null ? '' : `${step.state === 'waiting' ? ' for' : ' in'} ${code(step.on)}`;
  const long = formatDuration(step.end - step.start);
  return `The longest step of the second: ${name} ${doing[step.state]}${on}${atLine(step)}, ${long}.`;
}

const doing: Readonly<Record<SpanState, string>> = {
  running: 'runs',
  waiting: 'waits',
  ready: 'is ready but has to wait for its turn',
  blocked: 'blocks',
};
