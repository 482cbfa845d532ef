import type { Piece, Row } from '../model/row';
import { labels, type Vocabulary } from '../words';
import type { Bar } from './bars';

/** Text inside a bar. Pixels from the plot's left edge. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

const padding = 8;
/** Room that a label needs at least: about four letters. */
const leastWidth = 30;
/** A letter's usual width at the label's size: only to choose between a long and a short text. */
const letter = 6.4;

/** The label of a bar in a plot `plotWidth` pixels wide, where there is room, `indent` pixels from its beginning; it stays in view when the bar begins left of it. */
export function labelOf(
  row: Row['kind'],
  { piece, x, width }: Bar,
  plotWidth: number,
  vocabulary: Vocabulary,
  indent: number,
): Label | null {
  const from = Math.max(x, 0) + padding + indent;
  const room = Math.min(x + width, plotWidth) - padding / 2 - from;
  if (room < leastWidth) {
    return null;
  }
  const texts = textsOf(row, piece, labels[vocabulary]);
  const text = texts.find((one) => one.length * letter <= room) ?? texts.at(-1);
  return text === undefined ? null : { text, x: from, width: room };
}

/** What may be said in the bar, best first; the last is cut where it does not fit either. */
function textsOf(row: Row['kind'], piece: Piece, say: (typeof labels)[Vocabulary]): string[] {
  const what = row === 'loop' ? piece.via : (piece.via ?? piece.on);
  switch (piece.state) {
    case 'idle':
      return say.idle;
    case 'busy':
      return [say.busy];
    case 'running':
      return [say.running];
    case 'waiting':
      return [what ?? say.waiting];
    case 'ready':
      return [say.ready];
    case 'blocked': {
      const by = row === 'loop' ? piece.via : piece.on;
      return by == null ? [say.blocked] : [say.blockedBy(by), by];
    }
  }
}
