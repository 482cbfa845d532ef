import { isUint8Array } from 'node:util/types';

type Write = NodeJS.WriteStream['write'];

/** Hears what the program writes, whichever way it writes to the two streams. The streams stay unmade until asked for. */
export function watchOutput(onWrite: (stream: 'stdout' | 'stderr', text: string) => void): void {
  for (const name of ['stdout', 'stderr'] as const) {
    const original = Object.getOwnPropertyDescriptor(process, name);
    const get = original?.get?.bind(process);
    if (original === undefined || get === undefined) {
      continue;
    }
    let watched: unknown;
    Object.defineProperty(process, name, {
      ...original,
      get: () => {
        watched ??= watchStream(get() as NodeJS.WriteStream, (text) => {
          onWrite(name, text);
        });
        return watched;
      },
    });
  }
}

function watchStream(stream: NodeJS.WriteStream, onText: (text: string) => void): NodeJS.WriteStream {
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

/** Hears of the marks that the program sets with `console.timeStamp`. */
export function watchMarks(onMark: (text: string) => void): void {
  const { timeStamp } = console;
  console.timeStamp = (label?: string) => {
    onMark(label ?? '');
    timeStamp.call(console, label);
  };
}
