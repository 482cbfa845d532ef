import * as l10n from '@vscode/l10n';
import type { Facts } from '../findings';
import type { Shared, TraceFinding } from '../trace';
import { placeOf } from '../places';
import { code, numberInWords } from '../words';

/** Queues that only ever filled: items were put in and none was taken out. A run that somebody stopped says nothing. */
export function findUndrainedQueue(trace: Facts): readonly TraceFinding[] {
  return trace.exit.reason === 'killed' ? [] : (trace.shared ?? []).flatMap(describe);
}

function describe({ kind, name, limit, levels, ...place }: Shared): readonly TraceFinding[] {
  const last = levels.at(-1);
  const fell = levels.some(({ value }, index) => value < (levels[index - 1]?.value ?? 0));
  if (kind !== 'queue' || last === undefined || last.value === 0 || fell) {
    return [];
  }
  const isFull = limit !== null && limit > 0 && last.value >= limit;
  return [
    {
      kind: 'undrained-queue',
      lane: last.lane,
      ...placeOf(place),
      milliseconds: 0,
      message: inWords(code(name), last.value, isFull),
      section: '4.4',
      mistake: null,
    },
  ];
}

function inWords(name: string, count: number, isFull: boolean): string {
  const items = count === 1 ? l10n.t('one item') : l10n.t('{0} items', numberInWords(count));
  return isFull
    ? l10n.t('{0} got {1}, which is all it has room for, and nobody took one out.', name, items)
    : l10n.t('{0} got {1} and nobody took one out.', name, items);
}
