import * as l10n from '@vscode/l10n';
import { drawAxis } from './draw/axis';
import { drawBar, looks, type Scale } from './draw/bar';
import { rowsOf, type Row, type RowLimits } from './draw/rows';
import { fitTo, widthOf } from './draw/text';
import { formatDuration } from './duration';
import type { Trace } from './trace';
import { tookMs } from './verdict';

export interface DrawOptions {
  /** Columns of the whole picture; below 40 it is drawn with 40. */
  readonly width?: number;
  /** Lanes to draw; the others are counted. */
  readonly lanes?: number;
}

const NARROWEST = 40;
/** Nothing shorter is worth an axis, as a run on the virtual clock that waits for nothing. */
const SHORTEST_MS = 1;
const MOST_LANES = 24;
const MOST_CALLS = 8;

/** Draws a trace as text, in the lecture's way: a row for each lane, a column for each stretch of time. */
export function draw(
  trace: Omit<Trace, 'exit' | 'findings'>,
  { width = 100, lanes = MOST_LANES }: DrawOptions = {},
): string {
  const total = Math.max(NARROWEST, width);
  const duration = Math.max(trace.duration, SHORTEST_MS);
  const limits: RowLimits = { lanes, callsPerLane: MOST_CALLS, shortestCall: duration / total };
  const rows = rowsOf(trace, limits);
  const isRemark = (row: Row) => row.spans.length === 0 && row.note === '';
  const labels = Math.max(12, ...rows.filter((row) => !isRemark(row)).map((row) => widthOf(row.label) + 1));
  const notes = Math.max(0, ...rows.map((row) => widthOf(row.note)));
  const labelWidth = Math.min(labels, Math.floor(total * 0.35));
  const scale: Scale = { columns: Math.max(10, total - labelWidth - notes - 2), duration };
  const axis = drawAxis(scale);
  const bars = rows.map((row) => drawBar(row.spans, scale));
  const line = (label: string, bar: string, note = '') =>
    `${fitTo(label, labelWidth)} ${bar} ${note}`.trimEnd();
  return [
    line(axis.unit, axis.numbers),
    line('', axis.ticks),
    ...rows.map((row, index) =>
      isRemark(row) ? fitTo(row.label, total).trimEnd() : line(`${row.label}:`, bars[index] ?? '', row.note),
    ),
    '',
    ...legend(bars),
    l10n.t('Total: {0}', formatDuration(tookMs(trace))),
  ].join('\n');
}

/** Says what the characters mean that the picture has. */
function legend(bars: readonly string[]): readonly string[] {
  const words = new Map<string, string[]>();
  for (const { fill, label } of Object.values(looks)) {
    if (bars.some((bar) => bar.includes(fill))) {
      words.set(fill, [...(words.get(fill) ?? []), label.toLowerCase()]);
    }
  }
  const parts = [...words].map(
    ([fill, names]) => `${fill} ${names.reduce((some, name) => l10n.t('{0} or {1}', some, name))}`,
  );
  return parts.length === 0 ? [] : [parts.join('   ')];
}
