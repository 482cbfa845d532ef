import { types } from 'node:util';

const { prototype } = Promise;
// eslint-disable-next-line @typescript-eslint/unbound-method -- called on the promise it is given
const { then } = prototype;

/** An exception in one line, without running code of the program's own. */
export function errorText(error: unknown): string {
  if (types.isNativeError(error)) {
    return error.message === '' ? error.name : `${error.name}: ${error.message}`;
  }
  return typeof error === 'object' || typeof error === 'function' ? typeof error : String(error);
}

/**
 * Hears of a rejection before whoever asks the promise later. Only for a promise that will be awaited anyway: it
 * counts as handled from now on.
 */
export function onRejection(promise: Promise<unknown>, hear: (error: unknown) => void): void {
  if (Object.getPrototypeOf(promise) === prototype && !Object.hasOwn(promise, 'constructor')) {
    void Reflect.apply(then, promise, [undefined, hear]);
  }
}
