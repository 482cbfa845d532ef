import { runsBeside } from '../../../core/trace/events';
import type { LiveTrace } from '../../../core/trace/model';

/**
 * The trace of a run under way, with the idle time that is not over yet. A recorder tells of idle time when it ends;
 * until then the loop seems busy. It is idle from the moment on which no lane has anything to do.
 */
export function withOpenIdle(trace: LiveTrace): LiveTrace {
  const last = trace.loop.at(-1);
  if (last?.state !== 'busy' || last.end < trace.duration) {
    return trace;
  }
  let since = last.start;
  const lanes = trace.lanes.filter(({ kind }) => !runsBeside(kind));
  for (const lane of lanes) {
    const latest = lane.spans.at(-1);
    if (latest === undefined) {
      since = Math.max(since, lane.created);
    } else if (lane.ended !== null || latest.state === 'waiting') {
      since = Math.max(since, lane.ended ?? latest.start);
    } else {
      return trace;
    }
  }
  if (since >= last.end || lanes.every((lane) => lane.ended !== null)) {
    return trace;
  }
  const busy = since > last.start ? [{ ...last, end: since }] : [];
  return {
    ...trace,
    loop: [...trace.loop.slice(0, -1), ...busy, { state: 'idle', start: since, end: last.end }],
  };
}
