import * as l10n from '@vscode/l10n';
import { kinds, outcomes } from '../parse';
import type { Call, Lane, Span, SpanState } from '../trace';
import {
  fail,
  fieldsOf,
  listOf,
  partOf,
  placeAt,
  textOf,
  textOrNull,
  timeOf,
  timeOrNull,
  wholeOf,
  wholeOrNull,
  wordOf,
  type Where,
} from './values';

/** Times are written to a thousandth; what touches may overlap by less than that. */
export const ROUNDING_MS = 0.001;

const states: Readonly<Record<SpanState, true>> = {
  running: true,
  waiting: true,
  ready: true,
  blocked: true,
};

/** Whether each stretch begins where the one before ends or later; all lie between `from` and `to`. */
export function checkOrder(
  stretches: readonly { readonly start: number; readonly end: number }[],
  from: number,
  to: number,
  where: Where,
): void {
  let before = from;
  for (const { start, end } of stretches) {
    if (end < start) {
      fail(l10n.t('{0} has a span at {1} ms that ends before it begins.', partOf(where), start));
    }
    if (start < before - ROUNDING_MS) {
      fail(l10n.t('{0} has spans that overlap at {1} ms.', partOf(where), start));
    }
    before = end;
  }
  if (before > to + ROUNDING_MS) {
    fail(l10n.t('{0} has a span after its end.', partOf(where)));
  }
}

export function readLane(value: unknown, index: number, duration: number): Lane {
  const number = () => l10n.t('Lane {0} of the list', index + 1);
  const fields = fieldsOf(value, number);
  const id = wholeOf(fields, 'id', number);
  const where = () => l10n.t('Lane {0}', id);
  const created = timeOf(fields, 'created', where);
  const ended = timeOrNull(fields, 'ended', where);
  const outcome = wordOf(fields, 'outcome', outcomes, where);
  if ((outcome === 'pending') !== (ended === null)) {
    fail(l10n.t('{0} contradicts itself: a lane has an end unless it is pending.', partOf(where)));
  }
  const over = ended ?? duration;
  if (created > over + ROUNDING_MS || over > duration + ROUNDING_MS) {
    fail(l10n.t('{0} ends before it begins, or after the run.', partOf(where)));
  }
  const spans = listOf(fields['spans'], where, 'spans').map((span) => readSpan(span, id));
  checkOrder(spans, created, over, where);
  return {
    id,
    name: textOf(fields, 'name', where),
    kind: wordOf(fields, 'kind', kinds, where),
    parent: wholeOrNull(fields, 'parent', where),
    ...placeAt(fields, where),
    ...{ created, ended, outcome },
    ...(fields['error'] === undefined ? {} : { error: textOf(fields, 'error', where) }),
    spans,
    calls: listOf(fields['calls'], where, 'calls').map((call) => readCall(call, id)),
  };
}

function readSpan(value: unknown, lane: number): Span {
  const where = () => l10n.t('A span of lane {0}', lane);
  const fields = fieldsOf(value, where);
  const span: Span = {
    state: wordOf(fields, 'state', states, where),
    start: timeOf(fields, 'start', where),
    end: timeOf(fields, 'end', where),
    ...placeAt(fields, where),
    on: textOrNull(fields, 'on', where),
  };
  if (fields['lanes'] === undefined) {
    return span;
  }
  const lanes = listOf(fields['lanes'], where, 'lanes').map((id) => wholeOf({ id }, 'id', where));
  return { ...span, lanes };
}

function readCall(value: unknown, lane: number): Call {
  const where = () => l10n.t('A call of lane {0}', lane);
  const fields = fieldsOf(value, where);
  const start = timeOf(fields, 'start', where);
  const end = timeOrNull(fields, 'end', where);
  if (end !== null && end < start) {
    fail(l10n.t('{0} ends before it begins.', partOf(where)));
  }
  return {
    name: textOf(fields, 'name', where),
    ...placeAt(fields, where),
    ...{ start, end },
    ...(fields['failed'] === true ? { failed: true } : {}),
    depth: wholeOf(fields, 'depth', where),
  };
}
