import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { layOut, type PlacedRow, type Run } from '../../src/timeline/view/layout/picture';
import { fitted } from '../../src/timeline/view/layout/window';
import { runOf, storyOf } from '../../src/timeline/view/model/story';
import type { Trace } from '../../src/core/trace/trace';

const pixels = (value: number) => value.toFixed(1);

/** All of a finished run, in the words of the field. */
export function wholeRun(trace: Trace): Run {
  return runOf(storyOf(trace, true, trace.findings), new Set(), 'field');
}

/** A layout in lines that people can read and compare: one row, bar, sliver, column, mark or end a line. */
export function layoutText(trace: Trace, width: number): string {
  const run = wholeRun(trace);
  const { rows, arrows } = layOut(run, { window: fitted(run.told), width, height: 4000, scrollTop: 0 });
  const between = arrows.map(({ x, from, to }) => `arrow ${pixels(x)} from row ${from} to ${to.join(', ')}`);
  return [...rows.flatMap(rowText), ...between].join('\n') + '\n';
}

function rowText({ row, y, shape, labels, signs, badges, marks, captions, end, area }: PlacedRow): string[] {
  const columns = shape.columns.map(({ x, shares }) => {
    const parts = Object.entries(shares).map(([state, share]) => `${state} ${share.toFixed(2)}`);
    return `  column ${x}: ${parts.join(', ')}`;
  });
  return [
    `${'  '.repeat(row.depth)}${row.kind} ${row.name} at ${y}`,
    ...shape.bars.map(({ piece, x, width }) => `  ${piece.state} ${pixels(x)} +${pixels(width)}`),
    ...shape.slivers.map(({ state, x }) => `  sliver ${state} ${x}`),
    ...columns,
    ...labels.map(({ text, x, width }) => `  label ${pixels(x)} +${pixels(width)} ${text}`),
    ...signs.map(({ kind, x }) => `  sign ${kind} ${pixels(x)}`),
    ...badges.map(({ spot, x }) => `  badge ${spot.finding + 1} ${pixels(x)}`),
    ...area.map(({ x, share }) => `  area from ${pixels(x)} at ${share.toFixed(2)}`),
    ...marks.map(({ kind, x, marks: those }) => `  mark ${kind} ${pixels(x)} (${those.length})`),
    ...captions.map(({ text, x, width, side }) => `  caption ${side} ${pixels(x)} +${pixels(width)} ${text}`),
    ...(end === null ? [] : [`  end ${end.outcome} ${pixels(end.x)}`]),
  ];
}

/** Compares with the golden file of this name, or writes it when UPDATE_GOLDEN is set. */
export function assertGolden(name: string, actual: string): void {
  const file = path.join(import.meta.dirname, 'golden', `${name}.txt`);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    writeFileSync(file, actual);
  }
  assert.ok(existsSync(file), `There is no golden file ${name}.txt.`);
  assert.equal(actual, readFileSync(file, 'utf8'));
}
