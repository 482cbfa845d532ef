import type { Facts } from '../findings';
import type { Shared, TraceFinding } from '../trace';
import { placeOf } from '../places';
import { code, counted } from '../words';

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
      message: `${code(name)} got ${counted(last.value, 'item')}${isFull ? ', which is all it has room for,' : ''} and nobody took one out.`,
      section: '4.4',
      mistake: null,
    },
  ];
}
