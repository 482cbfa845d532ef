import type { Row } from '../model/row';
import type { Spot } from '../model/spots';
import type { Vocabulary } from '../words';
import { areaSteps, type AreaStep } from './area';
import { arrowsOf, type Arrow } from './arrows';
import { shapeOf, type RowShape } from './bars';
import { captionsOf, type Caption } from './captions';
import { rowHeight, rowsBetween } from './heights';
import { labelOf, type Label } from './labels';
import { endMark, markSpots, type EndMark, type MarkSpot } from './marks';
import { signsOf, type Sign } from './signs';
import { scaleOf, type Scale, type TimeWindow } from './window';

export const barHeight = { loop: 18, lane: 18, call: 14, shared: 18 } as const;

/** What is seen of the rows. Lengths are CSS pixels. */
export interface Viewport {
  readonly window: TimeWindow;
  /** Width of the plot, without the rows' names. */
  readonly width: number;
  readonly height: number;
  readonly scrollTop: number;
}

/** What the picture needs to know of the run. */
export interface Run {
  /** The rows that are not folded away. */
  readonly rows: readonly Row[];
  /** Upper edges of these rows, and at last the lower edge, in CSS pixels. */
  readonly tops: Float64Array;
  /** Places of these rows, by their keys. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** Findings by the key of the row that they belong to. */
  readonly spots: ReadonlyMap<string, readonly Spot[]>;
  readonly duration: number;
  readonly over: boolean;
  /** The part of it that tells the story, such as the time that the loop turned. */
  readonly told: TimeWindow;
  readonly vocabulary: Vocabulary;
}

/** The sign of a finding on its span. Pixels from the plot's left edge. */
export interface Badge {
  readonly x: number;
  readonly spot: Spot;
}

/** A row in view. */
export interface PlacedRow {
  readonly index: number;
  readonly row: Row;
  /** Of the row's upper edge, from the viewport's. */
  readonly y: number;
  readonly height: number;
  readonly shape: RowShape;
  readonly labels: readonly Label[];
  readonly signs: readonly Sign[];
  readonly badges: readonly Badge[];
  readonly marks: readonly MarkSpot[];
  readonly captions: readonly Caption[];
  readonly end: EndMark | null;
  readonly area: readonly AreaStep[];
}

export interface Picture {
  readonly scale: Scale;
  readonly rows: readonly PlacedRow[];
  readonly arrows: readonly Arrow[];
}

/**
 * Lays out the rows from `first` to `end` (exclusive) that are in view, and nothing else: its cost does not depend on
 * how many rows there are.
 */
export function layOut(run: Run, viewport: Viewport, first = 0, end = run.rows.length): Picture {
  const scale = scaleOf(viewport.window, viewport.width);
  const { tops } = run;
  const top = (tops[first] ?? 0) + viewport.scrollTop;
  const [from, to] = rowsBetween(tops, first, end, top, top + viewport.height);
  const yOf = (index: number) => (tops[index] ?? 0) - top;
  const rows = run.rows
    .slice(from, to)
    .map((row, offset) => placed(run, row, from + offset, yOf(from + offset), scale));
  const sources = rows.map(({ index, row, shape }) => ({ index, row, bars: shape.bars }));
  const middle = (index: number) => yOf(index) + rowHeight / 2;
  return { scale, rows, arrows: arrowsOf(sources, run.indexOf, scale, middle) };
}

function placed(run: Run, row: Row, index: number, y: number, scale: Scale): PlacedRow {
  const shape = shapeOf(row.pieces, scale);
  const marks = markSpots(row.marks, scale);
  const badges = (run.spots.get(row.key) ?? [])
    .map((spot) => ({ spot, x: scale.x(spot.time) }))
    .filter(({ x }) => x >= -1 && x <= scale.width);
  return {
    index,
    row,
    y,
    height: (run.tops[index + 1] ?? 0) - (run.tops[index] ?? 0),
    shape,
    labels: shape.bars.flatMap((bar) => {
      const taken = badges.some(({ x }) => Math.abs(x - bar.x) < 12);
      return labelOf(row.kind, bar, scale.width, run.vocabulary, taken ? badgeRoom : 0) ?? [];
    }),
    signs: signsOf(row, scale),
    badges,
    marks,
    captions: captionsOf(marks, scale.width),
    end: endMark(row, scale, run.duration, run.over),
    area: row.area === undefined ? [] : areaSteps(row.area, scale),
  };
}

/** A bar's label begins so many pixels later where a badge stands at the bar's beginning. */
const badgeRoom = 14;
