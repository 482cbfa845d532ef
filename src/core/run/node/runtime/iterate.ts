type Method = (...args: readonly unknown[]) => unknown;

/**
 * Stands before what `for await` walks and hears of each result that it is about to await. Every property is read
 * when, and as often as, the loop itself would have read it.
 */
export function watchIterable(iterable: unknown, onResult: (result: unknown) => void): unknown {
  if (!isObject(iterable)) {
    return iterable;
  }
  const open = (method: unknown): unknown =>
    isMethod(method)
      ? () => {
          const iterator = Reflect.apply(method, iterable, []);
          return isObject(iterator) ? watchIterator(iterator, onResult) : iterator;
        }
      : method;
  return {
    get [Symbol.asyncIterator]() {
      return open(Reflect.get(iterable, Symbol.asyncIterator));
    },
    get [Symbol.iterator]() {
      return open(Reflect.get(iterable, Symbol.iterator));
    },
  };
}

function watchIterator(iterator: object, onResult: (result: unknown) => void): object {
  const watched = (method: unknown): unknown =>
    isMethod(method)
      ? (...args: readonly unknown[]) => {
          const result = Reflect.apply(method, iterator, args);
          onResult(result);
          return result;
        }
      : method;
  return {
    get next() {
      return watched(Reflect.get(iterator, 'next'));
    },
    get return() {
      return watched(Reflect.get(iterator, 'return'));
    },
  };
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function';
}
