import type { NodeTimer } from '../runtime/timers';

interface List {
  /** When each timer is due, in the order in which they were set. */
  readonly timers: Map<NodeTimer, number>;
  expiry: number;
  /** Of lists that expire at one time, that of the lower turn comes first. */
  turn: number;
}

/**
 * Timers in Node's own order: those of one delay make a list, and the list that expires first is gone through as far
 * as it is due before the next.
 */
export class TimerLists {
  readonly #lists = new Map<number, List>();
  readonly #listOf = new WeakMap<NodeTimer, List>();
  #turn = 0;

  /** Returns when the timer is due: times are whole milliseconds for Node. */
  add(timer: NodeTimer, delay: number, since: number): number {
    this.#listOf.get(timer)?.timers.delete(timer);
    const whole = Math.trunc(delay);
    const due = Math.trunc(since) + whole;
    let list = this.#lists.get(whole);
    if (list === undefined || firstDue(list) === undefined) {
      list = { timers: new Map(), expiry: due, turn: this.#turn++ };
      this.#lists.set(whole, list);
    }
    list.timers.set(timer, due);
    this.#listOf.set(timer, list);
    return due;
  }

  /** When the first of all timers is due; undefined when there is none. */
  next(): number | undefined {
    let next: number | undefined;
    for (const [delay, list] of this.#lists) {
      const due = firstDue(list);
      if (due === undefined) {
        this.#lists.delete(delay);
      } else if (next === undefined || due < next) {
        next = due;
      }
    }
    return next;
  }

  /** Takes out the timers that are due at `now`, in the order in which they are called. */
  takeDue(now: number): readonly NodeTimer[] {
    const taken: NodeTimer[] = [];
    for (let list = this.#firstToExpire(now); list !== undefined; list = this.#firstToExpire(now)) {
      for (let due = firstDue(list); due !== undefined && due <= now; due = firstDue(list)) {
        const [timer] = list.timers.keys();
        if (timer !== undefined) {
          list.timers.delete(timer);
          taken.push(timer);
        }
      }
      list.expiry = Math.max(firstDue(list) ?? Infinity, Math.trunc(now) + 1);
      list.turn = this.#turn++;
    }
    return taken;
  }

  some(test: (timer: NodeTimer) => boolean): boolean {
    for (const { timers } of this.#lists.values()) {
      for (const timer of timers.keys()) {
        if (!timer._destroyed && test(timer)) {
          return true;
        }
      }
    }
    return false;
  }

  #firstToExpire(now: number): List | undefined {
    let first: List | undefined;
    for (const list of this.#lists.values()) {
      const isEarlier =
        first === undefined ||
        list.expiry < first.expiry ||
        (list.expiry === first.expiry && list.turn < first.turn);
      first = list.expiry <= now && isEarlier ? list : first;
    }
    return first;
  }
}

/** When the list's first timer is due that has not been cleared. */
function firstDue({ timers }: List): number | undefined {
  for (const [timer, due] of timers) {
    if (!timer._destroyed) {
      return due;
    }
    timers.delete(timer);
  }
  return undefined;
}
