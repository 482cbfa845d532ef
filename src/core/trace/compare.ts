import * as l10n from '@vscode/l10n';
import type { PathStep } from './compare/critical-path';
import { summaryOf, type Summary } from './compare/summary';
import { formatDuration } from './duration';
import type { Lane, SpanState, Trace } from './trace';
import { atLine, code, listed, waitsInWords } from './words';

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
    return l10n.t('Both took about {0}.', formatDuration(b));
  }
  const times = Math.max(a, b) / Math.min(a, b);
  const how = times > 100 ? l10n.t('more than {0}', 100) : times.toFixed(times < 9.95 ? 1 : 0);
  const [before, after] = [formatDuration(a), formatDuration(b)];
  return b < a
    ? l10n.t('The second took {0} and the first {1}: {2} times as fast.', after, before, how)
    : l10n.t('The second took {0} and the first {1}: {2} times as long.', after, before, how);
}

function blocking({ blocked: a }: Summary, { blocked: b }: Summary): string | null {
  if (Math.abs(a - b) < NOTICED_MS) {
    return null;
  }
  const [before, after] = [formatDuration(a), formatDuration(b)];
  if (a < NOTICED_MS) {
    return l10n.t('The first was not blocked, the second blocked for {0}.', after);
  }
  return b < NOTICED_MS
    ? l10n.t('The first was blocked for {0}, the second not blocked.', before)
    : l10n.t('The first was blocked for {0}, the second blocked for {1}.', before, after);
}

function waiting({ overlap: a }: Summary, { overlap: b }: Summary): string | null {
  if (a.most === b.most) {
    return null;
  }
  const told = ({ most }: Summary['overlap']) =>
    most === 0
      ? l10n.t('waited for nothing')
      : most === 1
        ? l10n.t('waited for one thing at a time')
        : l10n.t('had up to {0} at once', waitsInWords(most));
  const more = a.most > b.most ? a : b;
  const names = more.most > 1 ? ` (${listed(more.names.map(code))})` : '';
  const [one, other] = more === a ? [told(a) + names, told(b)] : [told(a), told(b) + names];
  return l10n.t('The first {0}; the second {1}.', one, other);
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
  const { alone, withOn } = doing[step.state];
  const does = step.on === null ? alone(name) : withOn(name, code(step.on));
  const long = formatDuration(step.end - step.start);
  return l10n.t('The longest step of the second: {0}, {1}.', does + atLine(step), long);
}

interface Doing {
  readonly alone: (name: string) => string;
  readonly withOn: (name: string, on: string) => string;
}

const doing: Readonly<Record<SpanState, Doing>> = {
  running: {
    alone: (name) => l10n.t('{0} runs', name),
    withOn: (name, on) => l10n.t('{0} runs in {1}', name, on),
  },
  waiting: {
    alone: (name) => l10n.t('{0} waits', name),
    withOn: (name, on) => l10n.t('{0} waits for {1}', name, on),
  },
  ready: {
    alone: (name) => l10n.t('{0} is ready but has to wait for its turn', name),
    withOn: (name, on) => l10n.t('{0} is ready but has to wait for its turn in {1}', name, on),
  },
  blocked: {
    alone: (name) => l10n.t('{0} blocks', name),
    withOn: (name, on) => l10n.t('{0} blocks in {1}', name, on),
  },
};
