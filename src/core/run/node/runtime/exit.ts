import { errorText } from './errors';

/**
 * Calls `finish` once, after the program's own exit handlers, with what it died of if nothing caught it. Nothing is
 * added that `process.listeners` would show.
 */
export function watchExit(finish: (error: string | null) => void): void {
  let error: string | null = null;
  let isOver = false;
  const end = (): void => {
    if (!isOver) {
      isOver = true;
      finish(error);
    }
  };
  const emit = process.emit.bind(process) as (name: string, ...args: readonly unknown[]) => boolean;
  hide('emit', (name: string, ...args: readonly unknown[]): boolean => {
    const isHeard = emit(name, ...args);
    if (name === 'uncaughtException') {
      error = isHeard ? null : errorText(args[0]);
    } else if (name === 'exit') {
      end();
    }
    return isHeard;
  });
  const reallyExit: unknown = Reflect.get(process, 'reallyExit');
  if (isFunction(reallyExit)) {
    hide('reallyExit', (...args: readonly unknown[]): unknown => {
      end();
      return Reflect.apply(reallyExit, process, args);
    });
  }
}

function hide(name: string, value: unknown): void {
  Object.defineProperty(process, name, { value, configurable: true, writable: true, enumerable: false });
}

function isFunction(value: unknown): value is (...args: readonly unknown[]) => unknown {
  return typeof value === 'function';
}
