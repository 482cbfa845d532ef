import { formatDuration } from '../duration';
import type { Facts, LooseFacts } from '../findings';
import { firstAfter, overlapsAny } from '../spans';
import type { Lane, Span, TraceFinding } from '../trace';
import { atLine, listed } from '../words';
import { BLOCKED_AFTER_MS } from '../blocked';

interface Blocking {
  readonly lane: Lane | null;
  readonly line: number | null;
  readonly on: string | null;
  readonly times: readonly { readonly start: number; readonly end: number }[];
}

/** Who held the loop, where and how long, and who had to wait for it. */
export function findBlockedLoop(trace: Facts, loose: LooseFacts): readonly TraceFinding[] {
  const places = new Map<string, Blocking & { times: { start: number; end: number }[] }>();
  const add = (lane: Lane | null, { line, on, start, end }: Pick<Span, 'line' | 'on' | 'start' | 'end'>) => {
    const key = `${lane?.id ?? ''} ${line ?? ''} ${on ?? ''}`;
    const place = places.get(key) ?? { lane, line, on, times: [] };
    place.times.push({ start, end });
    places.set(key, place);
  };
  for (const lane of trace.lanes) {
    for (const span of lane.spans) {
      if (span.state === 'blocked' && heldLoop(trace, lane, span)) {
        add(lane, span);
      }
    }
  }
  for (const call of loose.blocked) {
    if (call.end - call.start >= BLOCKED_AFTER_MS) {
      add(null, call);
    }
  }
  return [...places.values()].map((place) => describe(trace, place));
}

/** A program's own lines before or after the loop hold nobody up; while it turns, only if somebody was ready. */
function heldLoop(trace: Facts, lane: Lane, span: Span): boolean {
  const turned = overlapsAny(trace.loop, span);
  return turned && (lane.kind !== 'program' || stalled(trace, [span], lane).length > 0);
}

function stalled(
  trace: Facts,
  times: readonly { start: number; end: number }[],
  blocker: Lane | null,
): readonly Lane[] {
  return trace.lanes.filter(
    (lane) =>
      lane !== blocker && lane.spans.some((span) => span.state === 'ready' && isStalledBy(span, times)),
  );
}

function isStalledBy(ready: Span, times: readonly { start: number; end: number }[]): boolean {
  for (let index = firstAfter(times, ready.start); index < times.length; index++) {
    const time = times[index];
    if (time === undefined || time.start >= ready.end) {
      return false;
    }
    if (Math.min(time.end, ready.end) - Math.max(time.start, ready.start) >= BLOCKED_AFTER_MS) {
      return true;
    }
  }
  return false;
}

function describe(trace: Facts, { lane, line, on, times }: Blocking): TraceFinding {
  const milliseconds = times.reduce((sum, { start, end }) => sum + end - start, 0);
  const who = lane?.name ?? 'a callback';
  const what =
    on === null
      ? `${who} kept the loop busy for ${formatDuration(milliseconds)} without awaiting${atLine(line)}`
      : `${who} blocked the loop for ${formatDuration(milliseconds)} in ${on}${atLine(line)}`;
  const waited = stalled(trace, times, lane);
  const verb = waited.length === 1 ? 'was' : 'were';
  const victims =
    waited.length === 0
      ? '.'
      : `; ${listed(waited.map((victim) => victim.name))} ${verb} ready and had to wait.`;
  return {
    kind: 'blocked-loop',
    lane: lane?.id ?? null,
    line,
    milliseconds,
    message: what + victims,
    section: on === null ? '1.3' : '1.2',
    mistake: on === null ? null : 'blocking-call',
  };
}
