import type { Section } from '../section';
import { tour } from '../tour';

export const typeHints: Section = {
  id: '3.4',
  part: 'part-3',
  title: 'Types of async functions',
  minutes: 14,
  folder: '3.4-type-hints',
  buildsOn: ['3.1', '3.2'],
  teaches: 'You can annotate async functions, and write a helper that works for any of them.',
  step: {
    text: [
      'All you know about types still holds. Python’s annotation names what you get **after** `await`: `-> Guest`. TypeScript’s names the promise, with the same thing inside: `Promise<Guest>`.',
      'The demo has a helper that tries again, for any async function. The line is busy twice, and three tries are allowed. What comes back?',
    ],
    alt: 'In Python the annotation is the type after await. In TypeScript it is a promise of that type. A generic helper takes a function that gives an awaitable of T, and gives T.',
  },
  prediction: {
    question: 'The first two tries fail, and three are allowed. What does the helper give back?',
    choices: ['The error of the first try', 'The result of the third try', 'A list of all three'],
    right: 1,
    why: 'An error of an earlier try is caught and waited out. The third call returns "soup": one result, of the type that the function has.',
  },
  notes: tour([
    {
      at: { python: 'async def fetch_guest(', typescript: 'async function fetchGuest(' },
      text: 'Python writes what comes after `await`; the call itself gives a `Coroutine[Any, Any, Guest]`. TypeScript writes the promise.',
    },
    {
      at: { python: '-> Optional[Guest]:', typescript: 'Promise<Guest | null>' },
      text: 'Perhaps there is no such guest. Nothing new here: the type says so, as it does in plain code.',
    },
    {
      at: { python: 'async def with_retry(', typescript: 'async function withRetry<T>' },
      text: 'A helper for any async function without parameters. Whatever `T` it gives, the helper gives the same.',
    },
    {
      at: { python: 'one, nobody, several = await', typescript: 'const [one, nobody, several] = await' },
      text: 'Three kinds of result, three types: each name gets its own.',
    },
    {
      at: { python: 'dish: str = await', typescript: 'Awaited<ReturnType<typeof callKitchen>>' },
      text: 'The type of what comes out of the helper is known: a string. `Awaited<…>` is TypeScript’s word for what comes after `await`.',
    },
  ]),
  changes: [
    {
      task: 'Allow only two tries.',
      edit: {
        python: { from: 'tries=3', to: 'tries=2' },
        typescript: { from: 'withRetry(callKitchen, 3)', to: 'withRetry(callKitchen, 2)' },
      },
      prediction: {
        question: 'The line is busy twice, and only two tries are allowed. What comes back?',
        choices: ['The error of the last try', 'Nothing: the error is lost', 'The result all the same'],
        right: 0,
        why: 'The last try is not caught: its error travels through the helper to whoever awaits it.',
      },
    },
  ],
};
