import * as l10n from '@vscode/l10n';
import { flowsOf } from './chrome/flows';
import { callTracks, placeArgs, micros, stateSlice, type Track } from './chrome/tracks';
import type { Mark, Shared, Trace } from './trace';
import { loopWords, wordsOf } from './chrome/words';

/** One event of Chrome's Trace Event format: times are whole microseconds. */
export interface ChromeEvent {
  readonly name: string;
  /** X: a slice, i: an instant, s and f: a flow's ends, C: a counter, M: metadata. */
  readonly ph: 'X' | 'i' | 's' | 'f' | 'C' | 'M';
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly cat?: string;
  readonly id?: number;
  /** How far an instant reaches (its track), and where a flow ends (at the slice around). */
  readonly s?: 't';
  readonly bp?: 'e';
  readonly args?: Readonly<Record<string, string | number>>;
}

export interface ChromeTrace {
  readonly displayTimeUnit: 'ms';
  readonly otherData: Readonly<Record<string, string>>;
  readonly traceEvents: readonly ChromeEvent[];
}

const PROCESS = 1;

/**
 * The trace as Perfetto and chrome://tracing open it: a track for the loop, one for each lane, and below it one or more
 * for the calls inside; within a track slices nest or follow each other, and never overlap in part. Flows lead from an
 * await to where it goes on, and from a lane to whoever waited for it; queues, semaphores and locks are counters.
 */
export function chromeTrace(trace: Trace): ChromeTrace {
  const tracks = tracksOf(trace);
  const laneTracks = new Map(tracks.flatMap(({ lane, tid }) => (lane === null ? [] : [[lane, tid]])));
  const at = { pid: PROCESS, ts: 0 };
  return {
    displayTimeUnit: 'ms',
    otherData: { language: trace.language, clock: trace.clock, exit: trace.exit.reason },
    traceEvents: [
      { ...at, name: 'process_name', ph: 'M', tid: 0, args: { name: trace.file } },
      ...tracks.flatMap(({ tid, name }): readonly ChromeEvent[] => [
        { ...at, name: 'thread_name', ph: 'M', tid, args: { name } },
        { ...at, name: 'thread_sort_index', ph: 'M', tid, args: { sort_index: tid } },
      ]),
      ...tracks.flatMap(({ tid, slices }) =>
        slices.map((slice): ChromeEvent => ({ ...slice, ph: 'X', pid: PROCESS, tid })),
      ),
      ...flowsOf(trace).flatMap(({ from, to, name }, index): readonly ChromeEvent[] => {
        const flow = { name, cat: 'await', id: index + 1, pid: PROCESS };
        return [
          { ...flow, ph: 's', tid: laneTracks.get(from.lane) ?? 0, ts: from.ts },
          { ...flow, ph: 'f', bp: 'e', tid: laneTracks.get(to.lane) ?? 0, ts: to.ts },
        ];
      }),
      ...trace.marks.map((mark) => instant(mark, laneTracks)),
      ...(trace.shared ?? []).flatMap(counter),
    ],
  };
}

function tracksOf(trace: Trace): readonly Track[] {
  const loop: Track = {
    name: l10n.t('Event loop'),
    lane: null,
    tid: 0,
    slices: trace.loop.flatMap((span) => stateSlice(loopWords[span.state], span, {})),
  };
  const tracks = [loop];
  for (const lane of trace.lanes) {
    const slices = lane.spans.flatMap((span) => {
      const { on, state } = span;
      return stateSlice(wordsOf(state, on), span, {
        state,
        ...placeArgs(span),
        ...(on === null ? {} : { on }),
      });
    });
    tracks.push({ name: lane.name, lane: lane.id, tid: tracks.length, slices });
    for (const calls of callTracks(lane, trace.duration)) {
      tracks.push({ name: l10n.t('{0} (calls)', lane.name), lane: null, tid: tracks.length, slices: calls });
    }
  }
  return tracks;
}

function instant({ time, lane, kind, text }: Mark, tracks: ReadonlyMap<number, number>): ChromeEvent {
  return {
    name: text.trim() === '' ? kind : text.trim(),
    cat: kind,
    ph: 'i',
    s: 't',
    pid: PROCESS,
    tid: lane === null ? 0 : (tracks.get(lane) ?? 0),
    ts: micros(time),
  };
}

const units: Readonly<Record<Shared['kind'], string>> = {
  queue: l10n.t('items'),
  semaphore: l10n.t('permits taken'),
  lock: l10n.t('held'),
};

/** Two of one name are told apart by their numbers. */
function counter({ id, kind, name, levels }: Shared): readonly ChromeEvent[] {
  const empty = { time: 0, value: 0 };
  return [empty, ...levels].map(({ time, value }): ChromeEvent => ({
    name: `${kind} ${name} #${id}`,
    ph: 'C',
    pid: PROCESS,
    tid: 0,
    ts: micros(time),
    args: { [units[kind]]: value },
  }));
}
