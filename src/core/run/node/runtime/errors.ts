const { prototype } = Promise;
// eslint-disable-next-line @typescript-eslint/unbound-method -- called on the promise it is given
const { then } = prototype;

/** An exception in one line. */
export function errorText(error: unknown): string {
  if (error instanceof Error) {
    return error.message === '' ? error.name : `${error.name}: ${error.message}`;
  }
  return isPrimitive(error) ? String(error) : typeof error;
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

function isPrimitive(
  value: unknown,
): value is string | number | bigint | boolean | symbol | null | undefined {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}
