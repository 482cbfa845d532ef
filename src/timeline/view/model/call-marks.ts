import type { Call, Lane, Mark } from '../../../core/trace/trace';

/** The marks of a lane by the innermost directly awaited call in which each was made, null for the lane's own function. */
export function marksByCall({ calls }: Lane, marks: readonly Mark[], now: number): Map<Call | null, Mark[]> {
  const found = new Map<Call | null, Mark[]>();
  const open: Call[] = [];
  let next = 0;
  for (const mark of marks) {
    for (let call = calls[next]; call !== undefined && call.start <= mark.time; call = calls[++next]) {
      open.length = Math.min(open.length, call.depth - 1);
      open.push(call);
    }
    while ((open.at(-1)?.end ?? now) < mark.time && open.length > 0) {
      open.pop();
    }
    const call = open.at(-1) ?? null;
    const own = found.get(call);
    if (own === undefined) {
      found.set(call, [mark]);
    } else {
      own.push(mark);
    }
  }
  return found;
}
