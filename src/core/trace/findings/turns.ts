import type { Facts } from '../findings';

const methods = /\.(?:get|put|join|acquire|wait|wait_for)$/;
/** Names that say what they are, for a trace whose recorder does not tell of queues and locks. */
const telling = /(?:queue|lock|mutex|sem|semaphore|event|condition|barrier)s?\d*$/i;

/** True for a wait whose point is to wait for others: an item of a queue, a lock, a permit, an event. */
export function isTurn({ shared }: Pick<Facts, 'shared'>, on: string | null): boolean {
  if (on === null || !methods.test(on)) {
    return false;
  }
  const owner = on.replace(methods, '');
  return telling.test(owner) || (shared ?? []).some(({ name }) => name === owner);
}

const coordinating = /(?:^|[._])(?:get|put|join|acquire|release|wait|sleep|delay|pause)$/i;

/** True for a function whose name says that it waits on purpose, or for its turn. */
export function coordinates(name: string): boolean {
  return coordinating.test(name);
}
