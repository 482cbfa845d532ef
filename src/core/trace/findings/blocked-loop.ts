import * as l10n from '@vscode/l10n';
import { BLOCKED_AFTER_MS } from '../blocked';
import { placeOf, type Place } from '../places';
import { formatDuration } from '../duration';
import type { Facts, LooseFacts } from '../findings';
import { firstEndingAfter, mergeTimes, overlapsAny, touches, type Stretch } from '../spans';
import type { Lane, Span, TraceFinding } from '../trace';
import { atLine, code, lanesInWords } from '../words';

/** What blocked the loop at one place: `lane` is the first that did, null for a plain callback. */
interface Blocking {
  readonly lane: Lane | null;
  readonly place: Place;
  readonly on: string | null;
  readonly times: Stretch[];
}

/** Who held the loop, where and how long, and who had to wait for it; lanes of one name at one line are told once. */
export function findBlockedLoop(trace: Facts, loose: LooseFacts): readonly TraceFinding[] {
  const places = new Map<string, Blocking>();
  const add = (lane: Lane | null, place: Place, { on, start, end }: Pick<Span, 'on' | 'start' | 'end'>) => {
    const key = JSON.stringify([lane?.name, place, on]);
    const blocking = places.get(key) ?? { lane, place, on, times: [] };
    blocking.times.push({ start, end });
    places.set(key, blocking);
  };
  const ready = trace.lanes.map((lane) => ({
    lane,
    spans: lane.spans.filter((span, index) => isServedLate(span, lane.spans[index - 1])),
  }));
  const stalled = (times: readonly Stretch[]) =>
    ready.filter(({ spans }) => spans.some((span) => isStalledBy(span, times))).map(({ lane }) => lane);
  for (const lane of trace.lanes) {
    for (const span of lane.spans) {
      const held = span.state === 'blocked' && overlapsAny(trace.loop, span);
      // A program's own lines hold nobody up, unless somebody was ready meanwhile.
      if (held && (lane.kind !== 'program' || stalled([span]).length > 0)) {
        add(lane, placeOf(span), span);
      }
    }
  }
  for (const call of loose.blocked) {
    if (call.end - call.start >= BLOCKED_AFTER_MS) {
      add(null, call.place, call);
    }
  }
  return [...places.values()].map((blocking) => describe(blocking, stalled(mergeTimes(blocking.times))));
}

/** Ready for long, and not because the lane itself called who runs now. */
function isServedLate({ state, start, end }: Span, before: Span | undefined): boolean {
  const hadLoop = before !== undefined && before.state !== 'waiting' && touches(before, { start });
  return state === 'ready' && end - start >= BLOCKED_AFTER_MS && !hadLoop;
}

function isStalledBy(ready: Span, times: readonly Stretch[]): boolean {
  for (let index = firstEndingAfter(times, ready.start); index < times.length; index++) {
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

/** What a recorder says of a stretch in which no call blocked, and calls that do nothing but calculate. */
const calculating = new Set<string | null>([
  null,
  'computing',
  'sum',
  'sorted',
  'min',
  'max',
  'any',
  'all',
  'pow',
  'range',
]);

function describe({ lane, place, on, times }: Blocking, waited: readonly Lane[]): TraceFinding {
  const milliseconds = times.reduce((sum, { start, end }) => sum + end - start, 0);
  const held = heldLoop(lane === null ? l10n.t('A callback') : code(lane.name), on, times, milliseconds);
  return {
    kind: 'blocked-loop',
    lane: lane?.id ?? null,
    ...place,
    milliseconds,
    message: withVictims(held + atLine(place), waited),
    section: calculating.has(on) ? '1.3' : '1.2',
    mistake: calculating.has(on) ? 'cpu-bound' : 'blocking-call',
  };
}

function heldLoop(
  who: string,
  on: string | null,
  { length: count }: readonly Stretch[],
  sum: number,
): string {
  const long = formatDuration(sum);
  if (on === null || on === 'computing') {
    return count === 1
      ? l10n.t('{0} kept the loop busy for {1} without awaiting', who, long)
      : l10n.t('{0} kept the loop busy {1} times, {2} in all, without awaiting', who, count, long);
  }
  return count === 1
    ? l10n.t('{0} blocked the loop for {1} in {2}', who, long, code(on))
    : l10n.t('{0} blocked the loop {1} times, {2} in all, in {3}', who, count, long, code(on));
}

function withVictims(held: string, waited: readonly Lane[]): string {
  if (waited.length === 0) {
    return l10n.t('{0}.', held);
  }
  return waited.length === 1
    ? l10n.t('{0}; {1} was ready and had to wait.', held, lanesInWords(waited))
    : l10n.t('{0}; {1} were ready and had to wait.', held, lanesInWords(waited));
}
