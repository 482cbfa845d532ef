import { types } from 'node:util';
import type { PromiseTable } from './promises';

/** Learns which promises others are made of. Hands every value back as it is. */
export class Groups {
  /** The promise made last of another one, and that other one. */
  latest: unknown;
  source: unknown;
  #members: readonly unknown[] | null = null;

  constructor(private readonly promises: PromiseTable) {}

  /** The argument of `Promise.all` or its kin, about to be called. */
  members<Members>(members: Members): Members {
    this.#members = Array.isArray(members) && !types.isProxy(members) ? copyOf(members) : null;
    return members;
  }

  /** What `Promise.all` or its kin made of the members last told of. */
  made<Value>(promise: Value): Value {
    if (this.#members !== null) {
      this.promises.group(promise, this.#members);
      this.#members = null;
    }
    return promise;
  }

  /** What `then` or its kin returned. */
  derived<Value>(promise: Value): Value {
    if (promise === this.latest && types.isPromise(promise) && types.isPromise(this.source)) {
      this.promises.derive(promise, this.source);
    }
    return promise;
  }
}

/** A copy made without a method of the array, which the program may have put there. */
function copyOf(members: readonly unknown[]): readonly unknown[] {
  return Array.from({ length: members.length }, (_, index) => members[index]);
}
