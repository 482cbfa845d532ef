import { runsBeside } from '../events';
import * as l10n from '@vscode/l10n';
import { formatDuration } from '../duration';
import { firstEndingAfter } from '../spans';
import type { Call, Lane, LoopSpan, Outcome, Span, Trace } from '../trace';
import type { DrawnSpan, DrawnState } from './bar';

/** One row of the picture: a bar between its name and its length, or a remark alone. */
export interface Row {
  readonly label: string;
  readonly spans: readonly DrawnSpan[];
  readonly note: string;
}

/** How much of a large run is drawn. */
export interface RowLimits {
  readonly lanes: number;
  readonly callsPerLane: number;
  /** Calls shorter than this many milliseconds are not drawn. */
  readonly shortestCall: number;
}

const endings: Readonly<Record<Outcome, string>> = {
  done: '',
  failed: l10n.t('failed'),
  cancelled: l10n.t('cancelled'),
  pending: l10n.t('pending'),
};

/** The rows of the lanes, each with its direct calls below it, and the loop's row last. */
export function rowsOf(trace: Omit<Trace, 'exit' | 'findings'>, limits: RowLimits): readonly Row[] {
  const shown = trace.lanes.length > limits.lanes + 1 ? trace.lanes.slice(0, limits.lanes) : trace.lanes;
  const left = trace.lanes.length - shown.length;
  const rows = shown.flatMap((lane) => [rowOf(lane, trace.duration), ...callRows(lane, trace, limits)]);
  if (left > 0) {
    rows.push(remark(l10n.t('… and {0} more lanes', left)));
  }
  if (trace.loop.length > 0) {
    rows.push({ label: l10n.t('Event loop'), spans: loopSpans(trace), note: '' });
  }
  return rows;
}

function rowOf(lane: Lane, duration: number): Row {
  const length = formatDuration((lane.ended ?? duration) - lane.created);
  return { label: labelOf(lane), spans: lane.spans, note: `${length} ${endings[lane.outcome]}`.trimEnd() };
}

function labelOf({ kind, name }: Lane): string {
  if (kind === 'thread') {
    return l10n.t('{0} (thread)', name);
  }
  return kind === 'process' ? l10n.t('{0} (process)', name) : name;
}

/** Calls of one function at one depth follow each other, so they share a row. */
function callRows(
  lane: Lane,
  { duration }: { readonly duration: number },
  limits: RowLimits,
): readonly Row[] {
  const length = (call: Call) => (call.end ?? duration) - call.start;
  const groups = new Map<string, Call[]>();
  for (const call of lane.calls) {
    if (length(call) >= limits.shortestCall) {
      const key = `${call.depth} ${call.name}`;
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, [call]);
      } else {
        group.push(call);
      }
    }
  }
  const all = [...groups.values()];
  const shown = all.length > limits.callsPerLane + 1 ? all.slice(0, limits.callsPerLane) : all;
  const rows = shown.map((calls): Row => {
    const [first] = calls;
    const times = calls.length > 1 ? ` ×${calls.length}` : '';
    return {
      label: `${'  '.repeat((first?.depth ?? 1) - 1)} ↳ ${first?.name ?? ''}${times}`,
      spans: within(lane.spans, calls, duration),
      note: formatDuration(calls.reduce((sum, call) => sum + length(call), 0)),
    };
  });
  const left = all.length - shown.length;
  return left === 0 ? rows : [...rows, remark(` ↳ ${l10n.t('… and calls of {0} more functions', left)}`)];
}

function remark(label: string): Row {
  return { label, spans: [], note: '' };
}

/** What of the spans lies within the calls, which are in order and do not overlap. */
function within(spans: readonly Span[], calls: readonly Call[], duration: number): readonly DrawnSpan[] {
  const found: DrawnSpan[] = [];
  let index = 0;
  for (const { start, end } of calls) {
    const until = end ?? duration;
    while (index < spans.length && (spans[index]?.end ?? 0) <= start) {
      index++;
    }
    for (let next = spans[index]; next !== undefined && next.start < until; next = spans[++index]) {
      found.push({ state: next.state, start: Math.max(next.start, start), end: Math.min(next.end, until) });
      if (next.end > until) {
        break;
      }
    }
  }
  return found;
}

/** The loop is busy with whoever runs; where that lane is blocked, the loop is. */
function loopSpans(trace: Pick<Trace, 'lanes' | 'loop'>): readonly DrawnSpan[] {
  const blocked = trace.lanes
    .filter((lane) => !runsBeside(lane.kind))
    .flatMap((lane) => lane.spans.filter((span) => span.state === 'blocked'))
    .sort((a, b) => a.start - b.start);
  return trace.loop.flatMap((turn) => (turn.state === 'idle' ? [turn] : cutOut(turn, blocked)));
}

function cutOut(turn: LoopSpan, blocked: readonly Span[]): readonly DrawnSpan[] {
  const parts: DrawnSpan[] = [];
  const push = (state: DrawnState, start: number, end: number) => {
    if (end > start) {
      parts.push({ state, start, end });
    }
  };
  let from = turn.start;
  for (let index = firstEndingAfter(blocked, from); index < blocked.length; index++) {
    const span = blocked[index];
    if (span === undefined || span.start >= turn.end) {
      break;
    }
    const start = Math.max(from, span.start);
    push('busy', from, start);
    from = Math.min(span.end, turn.end);
    push('blocked', start, from);
  }
  push('busy', from, turn.end);
  return parts;
}
