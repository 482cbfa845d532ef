import { runsBeside } from '../../../src/core/trace/events';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { chromeTrace } from '../../../src/core/trace/chrome';
import { criticalPath } from '../../../src/core/trace/compare/critical-path';
import { draw } from '../../../src/core/trace/draw';
import { readTrace } from '../../../src/core/trace/read';
import type { Trace } from '../../../src/core/trace/trace';
import { verdictOf } from '../../../src/core/trace/verdict';
import { assertPerfetto } from './perfetto';

export const schema = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../../media/trace.schema.json'), 'utf8'),
) as object;

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

/** Holds a trace to its published schema. */
export function assertSchema(trace: unknown): void {
  assert.ok(validate(trace), JSON.stringify(validate.errors));
}

function assertInOrder(spans: readonly { start: number; end: number }[], from: number, to: number): void {
  let before = from;
  for (const { start, end } of spans) {
    assert.ok(start >= before && end > start && end <= to, `${start}-${end} after ${before}, up to ${to}`);
    before = end;
  }
}

/** What holds for every trace. */
export function assertSound(trace: Trace): void {
  const ids = new Set(trace.lanes.map(({ id }) => id));
  for (const { spans, created, ended, parent, outcome } of trace.lanes) {
    const over = ended ?? trace.duration;
    assertInOrder(spans, created, over);
    assert.equal(
      spans.reduce((sum, { start, end }) => sum + end - start, 0).toFixed(6),
      Math.max(0, over - created).toFixed(6),
      'a lane does something from its creation to its end',
    );
    assert.ok(parent === null || ids.has(parent));
    assert.equal(outcome === 'pending', ended === null, 'a lane ends or is pending');
  }
  for (const { lane } of trace.marks) {
    assert.ok(lane === null || ids.has(lane));
  }
  assertInOrder(trace.loop, 0, trace.duration);
  assert.deepEqual(readTrace(JSON.stringify(trace)), trace);
  assertSchema(JSON.parse(JSON.stringify(trace)));
  assertPerfetto(chromeTrace(trace));
  assertPathWhole(trace);
  assert.equal(typeof draw(trace), 'string');
  assert.match(verdictOf(trace), /\.$/);
}

/** What holds besides where no work runs in threads: one lane has the loop at a time. */
export function assertOneRuns(trace: Trace): void {
  const held = trace.lanes
    .filter(({ kind }) => !runsBeside(kind))
    .flatMap(({ spans }) => spans.filter(({ state }) => state === 'running' || state === 'blocked'))
    .sort((a, b) => a.start - b.start);
  assertInOrder(held, 0, trace.duration);
}

/** Idle and busy are all of the time in which the one loop of a program turned. */
export function assertLoopWhole({ loop }: Trace): void {
  const sum = loop.reduce((total, { start, end }) => total + end - start, 0);
  const wall = (loop.at(-1)?.end ?? 0) - (loop[0]?.start ?? 0);
  assert.equal(sum.toFixed(6), wall.toFixed(6), 'idle and busy are all of the loop’s time');
}

/** A critical path has no gap, and ends with the last lane. */
function assertPathWhole(trace: Trace): void {
  const path = criticalPath(trace);
  for (const [index, step] of path.entries()) {
    assert.ok(step.start < step.end && step.start === (path[index - 1]?.end ?? step.start));
  }
  const last = Math.max(0, ...trace.lanes.map(({ ended }) => ended ?? trace.duration));
  assert.ok(path.length === 0 || path.at(-1)?.end === last);
}
