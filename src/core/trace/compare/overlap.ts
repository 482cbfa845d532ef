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

interface Edge {
  readonly time: number;
  readonly lane: Lane;
  readonly begins: boolean;
}

/** Shorter waits do not count. */
const NOTICED_MS = 1;

export function overlapOf({ lanes, language }: Pick<Trace, 'lanes' | 'language'>): Overlap {
  const edges: Edge[] = [];
  for (const lane of lanes) {
    for (const span of ownWaits(lane)) {
      if (!waitsForLoop(language, lane, span)) {
        edges.push({ time: span.start, lane, begins: true }, { time: span.end, lane, begins: false });
      }
    }
  }
  // Of one moment the ends come first: what only touches does not overlap.
  edges.sort((a, b) => a.time - b.time || Number(a.begins) - Number(b.begins));
  const waiting = new Set<Lane>();
  let [together, since] = [0, 0];
  let most: readonly Lane[] = [];
  for (const { time, lane, begins } of edges) {
    together += waiting.size > 1 ? time - since : 0;
    since = time;
    if (begins) {
      waiting.add(lane);
      most = waiting.size > most.length ? [...waiting] : most;
    } else {
      waiting.delete(lane);
    }
  }
  return { together, most: most.length, names: [...new Set(most.map(({ name }) => name))] };
}

function ownWaits({ spans }: Lane): readonly Span[] {
  return spans.filter(
    ({ state, lanes, start, end }) => state === 'waiting' && lanes === undefined && end - start >= NOTICED_MS,
  );
}
