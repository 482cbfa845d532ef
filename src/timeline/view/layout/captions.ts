import type { MarkKind } from '../../../core/trace/trace';
import type { MarkSpot } from './marks';

/** What was written at a mark, beside it in the line below the row's bars. Pixels from the plot's left edge. */
export interface Caption {
  readonly text: string;
  readonly kind: MarkKind;
  /** Where it begins, or where it ends if it stands left of its mark. */
  readonly x: number;
  readonly width: number;
  readonly side: 'right' | 'left';
  readonly spot: MarkSpot;
}

/** From a mark's middle to its caption. */
const beside = 7;
/** Room that a caption needs at least: about three letters. */
const leastWidth = 26;
/** A letter's usual width at the caption's size. */
const letter = 6.7;
/** No line of a panel shows more letters. */
const longest = 240;

/** The captions of a row's marks where there is room: right of a mark, or left of it where more of the text can be read. */
export function captionsOf(spots: readonly MarkSpot[], width: number): readonly Caption[] {
  const captions: Caption[] = [];
  let reached = 0;
  spots.forEach((spot, index) => {
    const text = textOf(spot);
    const needed = text.length * letter;
    const end = Math.min((spots[index + 1]?.x ?? Infinity) - beside, width);
    const right = end - spot.x - beside;
    const left = spot.x - beside - reached;
    const isLeft = right < needed && left > Math.max(right, leastWidth);
    const room = Math.min(needed, isLeft ? left : right);
    const isShown = text !== '' && spot.x >= 0 && spot.x <= width && room >= Math.min(leastWidth, needed);
    if (isShown) {
      const x = spot.x + (isLeft ? -beside : beside);
      captions.push({ text, kind: spot.kind, x, width: room, side: isLeft ? 'left' : 'right', spot });
    }
    reached = spot.x + beside + (isShown && !isLeft ? room + beside : 0);
  });
  return captions;
}

function textOf({ marks }: MarkSpot): string {
  const lines: string[] = [];
  for (const { text } of marks) {
    lines.push(
      ...text
        .slice(0, longest)
        .trim()
        .split(/\s*\r?\n\s*/),
    );
    if (lines.length > 3) {
      break;
    }
  }
  return lines.join(' · ').slice(0, longest);
}
