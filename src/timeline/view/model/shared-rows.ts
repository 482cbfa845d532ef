import type { Shared, Trace } from '../../../core/trace/trace';
import { say } from '../say';
import type { Row } from './row';

/** A row for each queue, semaphore and lock: how full it was, as a small area. */
export function sharedRows({ shared = [] }: Pick<Trace, 'shared'>): readonly Row[] {
  return shared
    .filter(({ levels }) => levels.length > 0)
    .map(({ id, kind, name, line, file, levels }): Row => ({
      key: `shared ${id}`,
      kind: 'shared',
      name: nameOf[kind](name),
      line,
      ...(file !== undefined && { file }),
      depth: 0,
      isParent: false,
      created: null,
      outcome: null,
      ended: null,
      pieces: [],
      marks: [],
      area: { levels, most: levels.reduce((most, { value }) => Math.max(most, value), 0) },
    }));
}

const nameOf: Readonly<Record<Shared['kind'], (name: string) => string>> = {
  queue: (name) => say('shared.queue', name),
  semaphore: (name) => say('shared.semaphore', name),
  lock: (name) => say('shared.lock', name),
};
