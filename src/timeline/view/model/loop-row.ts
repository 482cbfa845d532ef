import type { LiveTrace } from '../../../core/trace/model';
import type { Mark } from '../../../core/trace/trace';
import { loopName } from '../words';
import type { Piece, Row } from './row';

/** The event loop's row: busy and idle, with the stretches in which one lane keeps it from all others. */
export function loopRow(trace: LiveTrace, marks: readonly Mark[]): Row {
  const blocked = blockedStretches(trace);
  const pieces: Piece[] = [];
  let next = 0;
  for (const { state, start, end } of trace.loop) {
    let from = start;
    while (state === 'busy' && next < blocked.length) {
      const stretch = blocked[next];
      if (stretch === undefined || stretch.start >= end) {
        break;
      }
      if (stretch.end > from) {
        const blockStart = Math.max(from, stretch.start);
        if (blockStart > from) {
          pieces.push({ state, start: from, end: blockStart, line: null, on: null });
        }
        from = Math.min(end, stretch.end);
        pieces.push({ ...stretch, start: blockStart, end: from });
      }
      if (stretch.end > end) {
        break;
      }
      next++;
    }
    if (from < end || from === start) {
      pieces.push({ state, start: from, end, line: null, on: null });
    }
  }
  return {
    ...{ key: 'loop', kind: 'loop', name: loopName.field, line: null, depth: 0, isParent: false },
    ...{ created: null, outcome: null, ended: null, pieces, marks },
  };
}

/** The stretches in which some lane blocks, in order, without overlap. */
export function blockedStretches(trace: LiveTrace): Piece[] {
  const found: Piece[] = trace.lanes.flatMap((lane) =>
    lane.spans.filter((span) => span.state === 'blocked').map((span) => ({ ...span, via: lane.name })),
  );
  found.sort((a, b) => a.start - b.start);
  const stretches: Piece[] = [];
  let reached = -Infinity;
  for (const stretch of found) {
    if (stretch.end > reached) {
      stretches.push({ ...stretch, start: Math.max(stretch.start, reached) });
      reached = stretch.end;
    }
  }
  return stretches;
}
