import type { LiveTrace } from '../../../core/trace/model';
import { tookMs } from '../../../core/trace/verdict';

/** A start-up longer than this share of what follows is left out of the first view of a run. */
const longStart = 0.1;

/**
 * The part of a run that tells its story, in milliseconds: it ends where the verdict says that the program did, and
 * begins with the loop where the way to it would press all else to the edge.
 */
export function toldOf(trace: LiveTrace): { start: number; end: number } {
  const took = tookMs(trace);
  const begin = trace.loop[0]?.start ?? 0;
  if (took === trace.duration) {
    return { start: 0, end: trace.duration };
  }
  return { start: begin > took * longStart ? begin : 0, end: begin + took };
}
