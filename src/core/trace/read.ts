import * as l10n from '@vscode/l10n';
import { clocks, languages } from './parse';
import { checkOrder, readLane } from './read/lanes';
import { readFindings, readMarks, readShared } from './read/facts';
import { checkFamily, checkReferences } from './read/references';
import { fail, fieldsOf, listOf, Problem, textOf, timeOf, wholeOrNull, wordOf } from './read/values';
import type { ExitReason, LoopSpan, Trace } from './trace';

/** More than any recorder writes, and all that a view can take. */
const MOST_CHARACTERS = 400_000_000;
const MOST_LANES = 250_000;

const reasons: Readonly<Record<ExitReason, true>> = {
  completed: true,
  timeout: true,
  'output-limit': true,
  'memory-limit': true,
  killed: true,
  failed: true,
};
const loopStates: Readonly<Record<LoopSpan['state'], true>> = { busy: true, idle: true };
const it = l10n.t('The trace');
const exitPart = l10n.t('The exit of the trace');

/**
 * The trace in a file that anybody may have written, or one sentence on why it is none. What it returns keeps the
 * invariants of a recorded trace and holds nothing else; texts in it are as they were, markup included.
 */
export function readTrace(text: string): Trace | string {
  try {
    return read(parse(text));
  } catch (error) {
    if (error instanceof Problem) {
      return error.message;
    }
    throw error;
  }
}

function parse(text: string): unknown {
  if (text.length > MOST_CHARACTERS) {
    fail(l10n.t('The file is larger than a trace can be.'));
  }
  const whole = text.trim();
  if (whole === '') {
    fail(l10n.t('The file is empty.'));
  }
  try {
    return JSON.parse(whole);
  } catch {
    return whole.startsWith('{') && !whole.endsWith('}')
      ? fail(l10n.t('The file is cut: it ends in the middle of a trace.'))
      : fail(l10n.t('The file is not JSON, so it is no saved trace.'));
  }
}

function read(value: unknown): Trace {
  const fields = fieldsOf(value, l10n.t('The file'));
  if ('traceEvents' in fields) {
    fail(
      l10n.t('The file is a Chrome trace, which Perfetto opens; saved traces are written by `run --trace`.'),
    );
  }
  if (fields['version'] === undefined || fields['lanes'] === undefined) {
    fail(l10n.t('The file is JSON, but no saved trace.'));
  }
  if (fields['version'] !== 1) {
    fail(
      l10n.t(
        'The trace is of version {0}, and only version 1 is known here.',
        JSON.stringify(fields['version']).slice(0, 20),
      ),
    );
  }
  const duration = timeOf(fields, 'duration', it);
  const exit = fieldsOf(fields['exit'], exitPart);
  const shared = fields['shared'] === undefined ? undefined : readShared(fields['shared']);
  const trace: Trace = {
    version: 1,
    language: wordOf(fields, 'language', languages, it),
    file: textOf(fields, 'file', it),
    clock: wordOf(fields, 'clock', clocks, it),
    duration,
    exit: {
      code: wholeOrNull(exit, 'code', exitPart, Number.MIN_SAFE_INTEGER),
      reason: wordOf(exit, 'reason', reasons, exitPart),
    },
    lanes: readLanes(fields['lanes'], duration),
    loop: readLoop(fields['loop'], duration),
    marks: readMarks(fields['marks']),
    ...(shared === undefined ? {} : { shared }),
    findings: readFindings(fields['findings']),
  };
  checkReferences(trace);
  return trace;
}

function readLanes(value: unknown, duration: number): Trace['lanes'] {
  const list = listOf(value, it, 'lanes');
  if (list.length > MOST_LANES) {
    fail(l10n.t('The trace has {0} lanes; {1} are the most that can be shown.', list.length, MOST_LANES));
  }
  const lanes = list.map((lane, index) => readLane(lane, index, duration));
  checkFamily(lanes);
  return lanes;
}

function readLoop(value: unknown, duration: number): Trace['loop'] {
  const where = l10n.t('The loop of the trace');
  const loop = listOf(value, it, 'loop').map((span): LoopSpan => {
    const fields = fieldsOf(span, where);
    const [start, end] = [timeOf(fields, 'start', where), timeOf(fields, 'end', where)];
    return { state: wordOf(fields, 'state', loopStates, where), start, end };
  });
  checkOrder(loop, 0, duration, where);
  return loop;
}
