import { isUint8Array } from 'node:util/types';

type Write = NodeJS.WriteStream['write'];

/** The program's two output streams, which stay unmade until it asks for them. */
export class StandardStreams {
  readonly #used: NodeJS.WriteStream[] = [];

  /** Those it has asked for so far. */
  get used(): readonly unknown[] {
    return this.#used;
  }

  /** Hears what the program writes, whichever way it writes. */
  watch(onWrite: (stream: 'stdout' | 'stderr', text: string) => void): void {
    for (const name of ['stdout', 'stderr'] as const) {
      const original = Object.getOwnPropertyDescriptor(process, name);
      const make = original?.get?.bind(process);
      if (original === undefined || make === undefined) {
        continue;
      }
      let stream: NodeJS.WriteStream | null = null;
      Object.defineProperty(process, name, {
        ...original,
        get: () => {
          if (stream === null) {
            stream = watchStream(make() as NodeJS.WriteStream, (text) => {
              onWrite(name, text);
            });
            this.#used.push(stream);
          }
          return stream;
        },
      });
    }
  }
}

function watchStream(stream: NodeJS.WriteStream, onText: (text: string) => void): NodeJS.WriteStream {
  writeAtOnce(stream);
  const write: Write = stream.write.bind(stream);
  Object.defineProperty(stream, 'write', {
    configurable: true,
    writable: true,
    enumerable: false,
    value: (...args: Parameters<Write>): boolean => {
      const [chunk]: readonly unknown[] = args;
      if (typeof chunk === 'string') {
        onText(chunk);
      } else if (isUint8Array(chunk)) {
        onText(Buffer.from(chunk).toString());
      }
      return write(...args);
    },
  });
  return stream;
}

/**
 * A pipe takes what is written at once, as a terminal and a file do. Otherwise a program that prints and prints, and
 * never lets the loop turn, would fill its memory with what nobody gets to read.
 */
function writeAtOnce(stream: NodeJS.WriteStream): void {
  const handle: unknown = Reflect.get(stream, '_handle');
  if (typeof handle === 'object' && handle !== null && !stream.isTTY) {
    const setBlocking: unknown = Reflect.get(handle, 'setBlocking');
    if (typeof setBlocking === 'function') {
      Reflect.apply(setBlocking, handle, [true]);
    }
  }
}

/** Hears of the marks that the program sets with `console.timeStamp`. */
export function watchMarks(onMark: (text: string) => void): void {
  const { timeStamp } = console;
  console.timeStamp = (label?: string) => {
    onMark(label ?? '');
    timeStamp.call(console, label);
  };
}
