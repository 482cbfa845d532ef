import { waitsForLoop } from '../program-waits';
import type { Lane, Span, Trace } from '../trace';

/** Which waits of a run went on at the same time. A lane that waits for other lanes does not count: they do. */
export interface Overlap {
  /** Milliseconds in which at least two lanes waited at once. */
  readonly together: number;
  /** The most lanes that waited at once, and their names, each once. */
  readonly most: number;
  readonly names: readonly string[];
}

interface Wait {
  readonly lane: Lane;
  readonly span: Span;
}

/** Shorter waits do not count. */
const NOTICED_MS = 1;

export function overlapOf({ lanes, language }: Pick<Trace, 'lanes' | 'language'>): Overlap {
  const waits = lanes.flatMap((lane): readonly Wait[] =>
    ownWaits(lane)
      .filter((span) => !waitsForLoop(language, lane, span))
      .map((span) => ({ lane, span })),
  );
  const edges = waits.flatMap(({ span: { start, end } }) => [
    { time: start, change: 1 },
    { time: end, change: -1 },
  ]);
  // Of one moment the ends come first: what only touches does not overlap.
  edges.sort((a, b) => a.time - b.time || a.change - b.change);
  let [together, since, waiting, most, at] = [0, 0, 0, 0, 0];
  for (const { time, change } of edges) {
    together += waiting > 1 ? time - since : 0;
    since = time;
    waiting += change;
    if (waiting > most) {
      [most, at] = [waiting, time];
    }
  }
  const then = waits.filter(({ span: { start, end } }) => start <= at && at < end);
  return { together, most, names: [...new Set(then.map(({ lane }) => lane.name))] };
}

function ownWaits({ spans }: Lane): readonly Span[] {
  return spans.filter(
    ({ state, lanes, start, end }) => state === 'waiting' && lanes === undefined && end - start >= NOTICED_MS,
  );
}
