import type { Facts, LooseFacts } from '../findings';
import type { TraceFinding } from '../trace';
import { atLine, code } from '../words';

/** Calls whose coroutine or promise nobody awaited; several from one line are told once. */
export function findNeverAwaited(_trace: Facts, { neverAwaited }: LooseFacts): readonly TraceFinding[] {
  const places = new Map<string, { fact: LooseFacts['neverAwaited'][number]; count: number }>();
  for (const fact of neverAwaited) {
    const key = JSON.stringify([fact.name, fact.place]);
    places.set(key, { fact, count: (places.get(key)?.count ?? 0) + 1 });
  }
  return [...places.values()].map(({ fact, count }) => ({
    kind: 'never-awaited',
    lane: fact.lane,
    ...fact.place,
    milliseconds: 0,
    message: `${code(fact.name)} was called${count > 1 ? ` ${count} times` : ''}${atLine(fact.place)} but never awaited.`,
    section: '3.1',
    mistake: 'missing-await',
  }));
}
