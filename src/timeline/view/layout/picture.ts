import type { Row } from '../model/row';
import { shapeOf, type RowShape } from './bars';
import { labelOf, type Label } from './labels';
import { endMark, markSpots, type EndMark, type MarkSpot } from './marks';
import { scaleOf, type Scale, type TimeWindow } from './window';

export const rowHeight = 26;
export const barHeight = { loop: 18, lane: 18, call: 14 } as const;

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
  readonly rows: readonly Row[];
  readonly duration: number;
  readonly over: boolean;
  /** The part of it that tells the story, such as the time that the loop turned. */
  readonly told: TimeWindow;
}

/** A row in view. */
export interface PlacedRow {
  readonly index: number;
  readonly row: Row;
  /** Of the row's upper edge, from the viewport's. */
  readonly y: number;
  readonly shape: RowShape;
  readonly labels: readonly Label[];
  readonly marks: readonly MarkSpot[];
  readonly end: EndMark | null;
}

export interface Picture {
  readonly scale: Scale;
  readonly rows: readonly PlacedRow[];
}

/** Lays out the rows that are in view, and nothing else: its cost does not depend on how many rows there are. */
export function layOut(run: Run, viewport: Viewport): Picture {
  const scale = scaleOf(viewport.window, viewport.width);
  const first = Math.max(0, Math.floor(viewport.scrollTop / rowHeight));
  const end = Math.ceil((viewport.scrollTop + viewport.height) / rowHeight);
  const rows = run.rows.slice(first, end).map((row, offset): PlacedRow => {
    const index = first + offset;
    const shape = shapeOf(row.pieces, scale);
    return {
      index,
      row,
      y: index * rowHeight - viewport.scrollTop,
      shape,
      labels: shape.bars.flatMap((bar) => labelOf(row.kind, bar, viewport.width) ?? []),
      marks: markSpots(row.marks, scale),
      end: endMark(row, scale, run.duration, run.over),
    };
  });
  return { scale, rows };
}
