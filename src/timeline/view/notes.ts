import type { Facts } from './model/facts';
import type { Row } from './model/row';
import { formatDuration, formatShare } from './units';
import { words } from './words';

/** What stands at the right of a row's name: the loop's idle share or how long it was blocked, else the line. */
export function noteOf(row: Row, { idle, blocked, busy, hasLoop }: Facts): string {
  const { picture } = words;
  if (row.kind !== 'loop') {
    return row.line === null ? '' : picture.line(row.line);
  }
  if (!hasLoop) {
    return picture.noLoop;
  }
  return blocked > 0
    ? picture.loopBlocked(formatDuration(blocked))
    : picture.loopIdle(formatShare(idle + busy > 0 ? idle / (idle + busy) : 0));
}
