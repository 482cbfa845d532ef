import type { Section } from '../section';
import { tour } from '../tour';

export const asyncDef: Section = {
  id: '3.1',
  part: 'part-3',
  title: 'Defining a coroutine: async',
  minutes: 10,
  folder: '3.1-async-def',
  buildsOn: ['2.3'],
  teaches: 'You can define a coroutine function, and say what a call of it gives you.',
  step: {
    text: [
      'One word in front of the function, `async`, and a call no longer gives you the meal: it gives you a **ticket**. In Python the ticket is a coroutine object, in TypeScript a promise. Whoever awaits the ticket gets the meal.',
      'A ticket can also be shown twice. What happens then? And when does the kitchen begin?',
    ],
    alt: 'A plain call gives the value at once. A call of an async function gives a ticket, and awaiting the ticket gives the value.',
  },
  prediction: {
    question: '`greet_async("Alice")` is called without `await`. What does the call give you?',
    choices: [
      'The text "Hello, Alice"',
      'A ticket, and the kitchen has begun',
      'A ticket, and nothing has begun',
    ],
    right: 2,
    why: 'The call makes a coroutine object, and runs no line of the function. The kitchen begins when it is awaited.',
  },
  predictionIn: {
    typescript: {
      question: '`greetAsync("Alice")` is called without `await`. What does the call give you?',
      choices: [
        'The text "Hello, Alice"',
        'A ticket, and the kitchen has begun',
        'A ticket, and nothing has begun',
      ],
      right: 1,
      why: 'The call runs to the first `await`, so the kitchen begins at once. You get a promise, as the text is not ready yet.',
    },
  },
  notes: tour([
    {
      at: { python: 'async def greet_async', typescript: 'async function greetAsync' },
      text: 'One word more than above. The body may now use `await`.',
    },
    {
      at: { python: 'ticket = greet_async("Alice")', typescript: "const ticket = greetAsync('Alice')" },
      text: 'A call without `await`. What does it give you, and has the kitchen begun?',
    },
    {
      at: {
        python: 'print(f"awaited: {await ticket}")',
        typescript: 'console.log(`awaited: ${await ticket}`)',
      },
      text: 'Now you get the food.',
    },
    {
      at: {
        python: 'print(f"awaited again: {await ticket}")',
        typescript: 'console.log(`awaited again: ${await ticket}`)',
      },
      text: 'The same ticket, shown a second time. What will you get for it?',
    },
  ]),
  changes: [
    {
      task: 'Let the kitchen take no time at all.',
      edit: {
        python: { from: 'asyncio.sleep(0.5)', to: 'asyncio.sleep(0)' },
        typescript: { from: 'await sleep(500)', to: 'await sleep(0)' },
      },
      prediction: {
        question: 'The kitchen is done at once. What does the call without `await` give you now?',
        choices: ['The text, because nothing is waited for', 'Still a ticket', 'An error'],
        right: 1,
        why: 'What a call gives depends on the word `async`, and not on how long the body takes.',
      },
    },
  ],
};
