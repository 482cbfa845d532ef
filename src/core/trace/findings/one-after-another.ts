import * as l10n from '@vscode/l10n';
import type { Language } from '../../language';
import { formatDuration } from '../duration';
import type { Facts, LooseFacts } from '../findings';
import { placeOf, type Place } from '../places';
import { lastBefore } from '../spans';
import type { Call, Lane, Span, TraceFinding } from '../trace';
import { code, numberInWords, listed } from '../words';
import { makesOne, needsEarlier } from './dependence';
import { statementsOf, type Statement } from './source-text';
import { coordinates, isTurn } from './turns';

/** Below this nothing worth mentioning is saved. */
const WORTH_SAVING_MS = 50;
/** A pause of its own between two calls, on purpose. */
const PAUSE_MS = 5;

interface Waited {
  readonly call: Call;
  readonly milliseconds: number;
}

/** The calls that waited, made by one call, or by the lane's own function. */
interface Row {
  readonly caller: Call | null;
  readonly waited: readonly Waited[];
}

/**
 * Calls that one function awaited in a row, each waiting. Nothing is said where one after another is surely meant: where
 * several lanes of one function share the work, where a call needs an earlier one's result, failed and is tried again,
 * waits for its turn at a queue or a lock, or is a part of the program that does several things itself; and where the
 * function pauses in between. Else the sentence leaves open whether they need each other.
 */
export function findOneAfterAnother(trace: Facts, { source }: LooseFacts): readonly TraceFinding[] {
  const workers = workersIn(trace);
  return trace.lanes
    .filter((lane) => lane.calls.length > 1 && !workers.has(lane))
    .flatMap((lane) =>
      rows(lane, trace).flatMap((row) => {
        const calls = new Set(row.waited.map(({ call: { name } }) => name.slice(name.lastIndexOf('.') + 1)));
        const statements = source === null ? undefined : statementsIn(lane, row, source, trace.language);
        // The program's text shows that a call needs what an earlier one gave.
        const isChain = statements !== undefined && needsEarlier(statements, calls);
        const first = statements?.find((statement) => makesOne(statement, calls));
        return isChain ? [] : describe(lane, row, first);
      }),
    );
}

/** The statements of the function that made the calls, as far as it is in the main file, whose text is known. */
function statementsIn(
  lane: Lane,
  { caller }: Row,
  source: string,
  language: Language,
): readonly Statement[] | undefined {
  const { name, line, file } = caller ?? lane;
  const from = caller === null && lane.kind === 'program' ? null : line;
  return file === undefined ? statementsOf(source, language, name, from) : undefined;
}

/** Lanes of one function that live at the same time. */
function workersIn({ lanes, duration }: Facts): ReadonlySet<Lane> {
  const workers = new Set<Lane>();
  const last = new Map<string, Lane>();
  const endOf = (lane: Lane) => lane.ended ?? duration;
  for (const lane of lanes.toSorted((a, b) => a.created - b.created)) {
    const key = JSON.stringify([lane.name, lane.line, lane.file]);
    const before = last.get(key);
    if (before !== undefined && lane.created < endOf(before)) {
      workers.add(before).add(lane);
    }
    if (before === undefined || endOf(lane) > endOf(before)) {
      last.set(key, lane);
    }
  }
  return workers;
}

function rows(lane: Lane, trace: Facts): readonly Row[] {
  const waitedUntil = timeIn(lane.spans, ({ state, on }) => state === 'waiting' && !isTurn(trace, on));
  const forLanesUntil = timeIn(lane.spans, ({ state, lanes }) => state === 'waiting' && lanes !== undefined);
  const byCaller = new Map<Call | null, Waited[]>();
  const open: Call[] = [];
  for (const call of lane.calls) {
    open.length = Math.min(open.length, call.depth - 1);
    const end = call.end ?? Infinity;
    const milliseconds = waitedUntil(end) - waitedUntil(call.start);
    const forLanes = forLanesUntil(end) - forLanesUntil(call.start);
    if (milliseconds >= WORTH_SAVING_MS && forLanes < WORTH_SAVING_MS && !coordinates(call.name)) {
      const caller = open.at(-1) ?? null;
      const waited = byCaller.get(caller) ?? [];
      waited.push({ call, milliseconds });
      byCaller.set(caller, waited);
    }
    open.push(call);
  }
  const isPart = ({ call }: Waited) => (byCaller.get(call)?.length ?? 0) > 1;
  return [...byCaller]
    .map(([caller, waited]) => ({ caller, waited: waited.filter((each) => !isPart(each)) }))
    .filter(({ waited }) => waited.length > 1 && !isRetry(waited) && !isPaced(lane, waited));
}

/** A call that failed and was made again. */
function isRetry(row: readonly Waited[]): boolean {
  return row.some(({ call }, index) => call.failed === true && row[index + 1]?.call.name === call.name);
}

/** The function waits between its calls as well, as one that keeps to a rate does. */
function isPaced(lane: Lane, row: readonly Waited[]): boolean {
  const waitedUntil = timeIn(lane.spans, ({ state }) => state === 'waiting');
  return row.some(({ call: { end } }, index) => {
    const next = row[index + 1]?.call.start;
    return end !== null && next !== undefined && waitedUntil(next) - waitedUntil(end) >= PAUSE_MS;
  });
}

/** How long the spans that count have lasted in all up to a time. */
function timeIn(spans: readonly Span[], counts: (span: Span) => boolean): (time: number) => number {
  const waits = spans.filter(counts);
  const before = [0];
  for (const { start, end } of waits) {
    before.push((before.at(-1) ?? 0) + end - start);
  }
  return (time) => {
    const index = lastBefore(waits, time);
    const last = waits[index];
    return last === undefined ? 0 : (before[index] ?? 0) + Math.min(time, last.end) - last.start;
  };
}

function describe(
  lane: Lane,
  { caller, waited: row }: Row,
  statement: Statement | undefined,
): readonly TraceFinding[] {
  const sum = row.reduce((total, { milliseconds }) => total + milliseconds, 0);
  const longest = row.reduce((most, { milliseconds }) => Math.max(most, milliseconds), 0);
  const saved = sum - longest;
  const first = row[0]?.call;
  if (saved < WORTH_SAVING_MS || first === undefined) {
    return [];
  }
  const names = [...new Set(row.map(({ call }) => call.name))];
  const who =
    names.length === 1
      ? l10n.t('{0} calls of {1}', numberInWords(row.length), code(first.name))
      : listed(names.map(code));
  return [
    {
      kind: 'one-after-another',
      lane: lane.id,
      ...placeOf(statement, caller ?? placeOfWait(lane, first)),
      milliseconds: saved,
      message: l10n.t(
        '{0} waited for {1} one after another, {2} in all. If they do not need each other, together they would take {3}: {4} saved.',
        code(caller?.name ?? lane.name),
        who,
        formatDuration(sum),
        formatDuration(longest),
        formatDuration(saved),
      ),
      section: '4.1',
      mistake: 'sequential-awaits',
    },
  ];
}

/** Where the lane's own function was when it made the call, else where that function or the called one is. */
function placeOfWait(lane: Lane, call: Call): Place {
  const before = lane.spans.findLast((span) => span.start < call.start && span.state === 'running');
  const place = placeOf(before, lane);
  // A program's lane begins at its first line, which says nothing.
  return lane.kind === 'program' && place.line === lane.line ? placeOf(call) : place;
}
