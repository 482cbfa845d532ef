import type { Piece } from '../model/row';
import { firstEndingAfter } from '../../../core/trace/spans';
import type { PieceState } from '../words';
import { Coverage } from './coverage';
import { leap } from './sums';
import type { Scale } from './window';

/** A stretch wide enough to be seen as what it is. Pixels from the plot's left edge. */
export interface Bar {
  readonly piece: Piece;
  readonly x: number;
  readonly width: number;
}

/** One pixel column that stands for a stretch narrower than can be seen. */
export interface Sliver {
  readonly state: PieceState;
  readonly x: number;
}

/** One pixel column of narrow stretches: the share of the column's time that each state has, together at most 1. */
export interface Column {
  readonly x: number;
  readonly shares: Readonly<Partial<Record<PieceState, number>>>;
}

export interface RowShape {
  readonly bars: readonly Bar[];
  readonly slivers: readonly Sliver[];
  readonly columns: readonly Column[];
}

/** Narrower than this many pixels, a stretch is drawn as a sliver or as a part of a column. */
const narrow = 2;
/** So many slivers, each at most `crowdGap` pixels from the next, would look like more time than they are. */
const crowded = 4;
const crowdGap = 6;
/** A narrow piece touches at most so many columns. */
const loneColumns = 3;
/** Bars beyond the plot's edges are cut this far outside, so that their rounded ends are not seen. */
const overhang = 8;
/** What a sliver shows when several states fall into it: the one that the learner must not miss. */
const weightiest: readonly PieceState[] = ['blocked', 'running', 'busy', 'ready', 'waiting', 'idle'];

/**
 * What is to be drawn of a row's pieces. A lone narrow piece becomes a sliver of one pixel, however short it was;
 * where narrow pieces stand so close that slivers would add up to more than the truth, columns share out the time.
 */
export function shapeOf(pieces: readonly Piece[], scale: Scale): RowShape {
  const bars: Bar[] = [];
  const covered = new Coverage(scale.width);
  const { start, end } = scale.window;
  const pixelsPerMillisecond = scale.width / (end - start);
  let index = firstEndingAfter(pieces, start);
  for (let piece = pieces[index]; piece !== undefined && piece.start <= end; piece = pieces[index]) {
    const from = scale.x(piece.start);
    const to = scale.x(piece.end);
    if (to - from >= narrow) {
      const x = Math.max(from, -overhang);
      bars.push({ piece, x, width: Math.min(to, scale.width + overhang) - x });
      index++;
      continue;
    }
    const column = Math.floor(from);
    const columnEnd = scale.time(column + 1);
    const isCrowded = from >= 0 && (pieces[index + worthSumming]?.end ?? Infinity) <= columnEnd;
    if (isCrowded) {
      const next = leap(pieces, index + worthSumming, columnEnd);
      covered.addWithin(column, pieces, index, next, pixelsPerMillisecond);
      index = next;
    } else {
      covered.add(piece.state, Math.max(from, 0), Math.min(to, scale.width));
      index++;
    }
  }
  return { bars, ...narrowShapes(covered) };
}

/** With so many more pieces within one column, their sums are looked up. */
const worthSumming = 3;

function narrowShapes(covered: Coverage): Omit<RowShape, 'bars'> {
  const spots = chained(covered.columns, 1, (column) => [column, column]);
  const slivers: Sliver[] = [];
  const columns: Column[] = [];
  for (const crowd of chained(spots, crowdGap, (spot) => [spot[0] ?? 0, spot.at(-1) ?? 0])) {
    for (const spot of crowd) {
      if (spot.length <= loneColumns && crowd.length < crowded) {
        slivers.push(...lone(spot, covered));
      } else {
        columns.push(...spot.map((x) => ({ x, shares: covered.sharesAt(x) })));
      }
    }
  }
  return { slivers, columns };
}

/** Splits what is sorted into runs in which each member begins at most `gap` pixels after the end of the one before. */
function chained<T>(
  sorted: readonly T[],
  gap: number,
  extent: (member: T) => readonly [number, number],
): T[][] {
  const chains: T[][] = [];
  let reached = -Infinity;
  for (const member of sorted) {
    const [from, to] = extent(member);
    const chain = chains.at(-1);
    if (chain === undefined || from - reached > gap) {
      chains.push([member]);
    } else {
      chain.push(member);
    }
    reached = to;
  }
  return chains;
}

function lone(spot: readonly number[], covered: Coverage): Sliver[] {
  for (const state of weightiest) {
    const x = spot.find((column) => covered.has(column, state));
    if (x !== undefined) {
      return [{ state, x }];
    }
  }
  return [];
}
