import type { Piece, Row } from '../model/row';
import { laneKey } from '../model/keys';
import type { Scale } from './window';

/** From the beginning of a wait to what it waits for. Pixels from the viewport's corner. */
export interface Arrow {
  readonly x: number;
  /** Middle of the waiting row. */
  readonly fromY: number;
  /** Middles of the rows that are waited for. */
  readonly toYs: readonly number[];
  /** Index of the waiting row, and of the rows that are waited for. */
  readonly from: number;
  readonly to: readonly number[];
}

/** Waits narrower than this have no arrow: it would stand for nothing that can be seen. */
const leastWidth = 14;
const mostArrows = 80;

interface Source {
  readonly index: number;
  readonly row: Row;
  readonly bars: readonly { readonly piece: Piece; readonly width: number }[];
}

/** The arrows of the rows in view; `indexOf` knows the place of every row that is not folded away. */
export function arrowsOf(
  rows: readonly Source[],
  indexOf: ReadonlyMap<string, number>,
  scale: Scale,
  yOf: (index: number) => number,
): readonly Arrow[] {
  const arrows: Arrow[] = [];
  for (const { index, row, bars } of rows) {
    for (const [place, { piece, width }] of bars.entries()) {
      const isNew = piece.call === undefined || piece.call !== bars[place - 1]?.piece.call;
      if (piece.state !== 'waiting' || width < leastWidth || !isNew || piece.start < scale.window.start) {
        continue;
      }
      const to = targetsOf(piece).flatMap((key) => indexOf.get(key) ?? []);
      const others = to.filter((target) => target !== index);
      if (others.length > 0 && arrows.length < mostArrows && row.kind !== 'loop') {
        const x = scale.x(piece.start);
        arrows.push({ x, fromY: yOf(index), toYs: others.map(yOf), from: index, to: others });
      }
    }
  }
  return arrows;
}

function targetsOf({ call, lanes = [] }: Piece): readonly string[] {
  return call === undefined ? lanes.map(laneKey) : [call];
}
