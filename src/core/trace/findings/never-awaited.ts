import * as l10n from '@vscode/l10n';
import type { Facts, LooseFacts } from '../findings';
import type { TraceFinding } from '../trace';
import { code, lineInWords } from '../words';

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
    message: inWords(code(fact.name), count, lineInWords(fact.place)),
    section: '3.1',
    mistake: 'missing-await',
  }));
}

function inWords(name: string, count: number, line: string): string {
  if (line === '') {
    return count === 1
      ? l10n.t('{0} was called but never awaited.', name)
      : l10n.t('{0} was called {1} times but never awaited.', name, count);
  }
  return count === 1
    ? l10n.t('{0} was called ({1}) but never awaited.', name, line)
    : l10n.t('{0} was called {1} times ({2}) but never awaited.', name, count, line);
}
