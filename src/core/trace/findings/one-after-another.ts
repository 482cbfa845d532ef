import * as l10n from '@vscode/l10n';
import type { Language } from '../../language';
import { formatDuration } from '../duration';
import type { Facts, LooseFacts } from '../findings';
import { fileOf, placeOf, type Place } from '../places';
import type { Call, Lane, TraceFinding } from '../trace';
import { code, numberInWords, listed } from '../words';
import { makesOne, needsEarlier } from './dependence';
import { statementsOf, type Statement } from './source-text';
import { rows, workersIn, WORTH_SAVING_MS, type Row } from './rows';

/**
 * Calls that one function awaited in a row, each waiting. Nothing is said where one after another is surely meant: where
 * several lanes of one function share the work, where a call needs an earlier one's result, failed and is tried again,
 * waits for its turn at a queue or a lock, or is a part of the program that does several things itself; and where the
 * function pauses in between. Else the sentence leaves open whether they need each other.
 */
export function findOneAfterAnother(trace: Facts, texts: LooseFacts): readonly TraceFinding[] {
  const workers = workersIn(trace);
  return trace.lanes
    .filter((lane) => lane.calls.length > 1 && !workers.has(lane))
    .flatMap((lane) =>
      rows(lane, trace).flatMap((row) => {
        const calls = new Set(row.waited.map(({ call: { name } }) => name.slice(name.lastIndexOf('.') + 1)));
        const statements = statementsIn(lane, row, texts, trace.language);
        // The program's text shows that a call needs what an earlier one gave.
        const isChain = statements !== undefined && needsEarlier(statements, calls);
        const first = statements?.find((statement) => makesOne(statement, calls));
        return isChain ? [] : describe(lane, row, first);
      }),
    );
}

/** The statements of the function that made the calls, where the text of its file is known. */
function statementsIn(
  lane: Lane,
  { caller }: Row,
  { source, sources }: Pick<LooseFacts, 'source' | 'sources'>,
  language: Language,
): readonly Statement[] | undefined {
  const { name, line, file } = caller ?? lane;
  const from = caller === null && lane.kind === 'program' ? null : line;
  const text = file === undefined ? source : sources.get(file);
  return text == null ? undefined : statementsOf(text, language, name, from);
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
      ...placeOf(
        statement && { line: statement.line, ...fileOf(caller ?? lane) },
        caller ?? placeOfWait(lane, first),
      ),
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
