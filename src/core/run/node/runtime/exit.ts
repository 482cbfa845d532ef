import { errorText } from './errors';

/** How the program came to its end. */
export interface Ending {
  /** What it died of, if nothing caught it. */
  readonly error: string | null;
  /** True when it ended because its loop had nothing left to wait for. */
  readonly isEmpty: boolean;
}

/**
 * Calls `finish` once, after the program's own exit handlers. Nothing is added that `process.listeners` would show.
 * @param goesOn Asked when the loop has nothing left; the program hears of that only where it answers false.
 * @param onUncaught Told of an error that nothing has caught, before anybody else is.
 * @param onRejected Told of a promise whose exception nobody has asked for, and again if somebody does later.
 */
export function watchExit(
  goesOn: () => boolean,
  onRejected: (promise: unknown, isHandled: boolean) => void,
  onUncaught: (error: unknown) => void,
  finish: (ending: Ending) => void,
): void {
  let error: string | null = null;
  let isEmpty = false;
  let isOver = false;
  const end = (): void => {
    if (!isOver) {
      isOver = true;
      finish({ error, isEmpty: isEmpty && error === null });
    }
  };
  const emit = process.emit.bind(process) as (name: string, ...args: readonly unknown[]) => boolean;
  hide('emit', (name: string, ...args: readonly unknown[]): boolean => {
    if (name === 'beforeExit') {
      if (goesOn()) {
        return true;
      }
      isEmpty = true;
    }
    if (name === 'unhandledRejection' || name === 'rejectionHandled') {
      onRejected(args.at(-1), name === 'rejectionHandled');
    }
    if (name === 'uncaughtExceptionMonitor') {
      onUncaught(args[0]);
    }
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
