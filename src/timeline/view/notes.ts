import type { Facts } from './model/facts';
import type { Row } from './model/row';
import { placeOf, placeText } from './place';
import { say } from './say';
import { formatDuration, formatShare } from './units';

/** What stands at the right of a row's name: the loop's idle share or how long it was blocked, else the line. */
export function noteOf(row: Row, { idle, blocked, busy, hasLoop }: Facts): string {
  if (row.area !== undefined) {
    return say('shared.most', row.area.most);
  }
  if (row.kind !== 'loop') {
    return placeText(placeOf(row));
  }
  if (!hasLoop) {
    return say('picture.noLoop');
  }
  return blocked > 0
    ? say('picture.loopBlocked', formatDuration(blocked))
    : say('picture.loopIdle', formatShare(idle + busy > 0 ? idle / (idle + busy) : 0));
}
