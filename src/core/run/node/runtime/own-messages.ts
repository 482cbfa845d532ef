import { RESUME, RUNTIME } from '../instrument/site';

/** What the latest of the recorder's calls stood around, as far as an error about its value would name it. */
export interface StoodAround {
  /** What a `for await` walks. */
  readonly iterated: { readonly text: string; readonly isCall: boolean };
  /** The name of a function that blocks. */
  readonly blocking: string;
}

const RETURNED = ' is not a function or its return value is not';

/**
 * V8 words an error by what is written where it arose. Where that is a call of the recorder's, the message gets what
 * it would say without it, and so does the stack, which Node words when it is first asked for.
 */
export function showOwnMessage(error: unknown, around: () => StoodAround): void {
  if (!(error instanceof TypeError) || !isOurs(error)) {
    return;
  }
  const { iterated, blocking } = around();
  const walked = iterated.isCall ? `${iterated.text}(...)${RETURNED}` : `${iterated.text} is not`;
  const words = [
    [`${RESUME}${RETURNED}`, '(intermediate value) is not'],
    [`${RESUME})${RETURNED}`, '(intermediate value)) is not'],
    [`${RESUME}(...)`, '(intermediate value)'],
    [RESUME, '(intermediate value)'],
    [`${RUNTIME}.iterate(...)${RETURNED}`, walked],
    [`${RUNTIME}.blocking.end(...)`, `${blocking}(...)`],
  ] as const;
  const value = words
    .reduce((message, [ours, theirs]) => message.replaceAll(ours, theirs), error.message)
    .replaceAll('(…)', '(...)');
  Object.defineProperty(error, 'message', { value, configurable: true, writable: true, enumerable: false });
}

/** Looks at what V8 made only: a program's own errors may have getters. */
function isOurs(error: TypeError): boolean {
  const message: unknown = Object.getOwnPropertyDescriptor(error, 'message')?.value;
  return typeof message === 'string' && message.includes(RUNTIME);
}
