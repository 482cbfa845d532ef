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

const coordinating = /(?:^|[._])(?:get|put|join|acquire|release|wait|sleep|delay|pause|tick)$/i;
/** What comes before or after everything else, whatever it gives. */
const framing =
  /(?:^|\.)(?:(?:open|start|stop|prepare|begin|commit|flush|finish)$|(?:connect|disconnect|log_?in|log_?out|init|initiali[sz]e|set_?up|boot|migrate|rollback|close|shut_?down|tear_?down|clean_?up|wait)(?:$|_|[A-Z]))/;

/** True for a function whose name says that it waits on purpose, for its turn, or until something is ready or over. */
export function coordinates(name: string): boolean {
  return coordinating.test(name) || framing.test(name);
}
