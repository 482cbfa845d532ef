import type { Section } from '../section';
import { tour } from '../tour';

const ticketQuestion = 'The ticket for the oysters is never awaited. What happens?';
const ticketChoices = [
  'Nothing at all',
  'A warning, and the program ends as usual',
  'The program ends with the error',
] as const;

export const errorHandling: Section = {
  id: '3.5',
  part: 'part-3',
  title: 'Errors in async code',
  minutes: 14,
  folder: '3.5-error-handling',
  buildsOn: ['3.2', '3.4'],
  teaches: 'You can catch what goes wrong in async code, and know where an error shows itself.',
  step: {
    text: [
      'Errors work as you know them. What is raised in the kitchen travels up through every `await`, to the first one that catches it: `try`, `except` or `catch`, `finally`, your own kinds of error.',
      'Only the place needs care. The demo calls the waiter in one `try`, and awaits him in another. Which one catches?',
    ],
    alt: 'An error that the kitchen raises passes through the waiter, who has no try, to the table, whose try catches it. Where must the try stand?',
  },
  prediction: {
    question: 'The call stands in one `try`, its `await` in a second. Where is the error caught?',
    choices: [
      'In the first: at the call',
      'In the second: at the await',
      'Nowhere: errors of async code are lost',
    ],
    right: 1,
    why: 'The call only gives a ticket. The error comes with the answer, and that comes at the `await`: it is not lost.',
  },
  notes: tour([
    {
      at: { python: 'class KitchenError(', typescript: 'class KitchenError ' },
      text: 'Your own kinds of error, just as in plain code, with a common parent.',
    },
    {
      at: {
        python: 'raise SoldOut("no oysters today")',
        typescript: "throw new SoldOut('no oysters today')",
      },
      text: 'Raised in the kitchen, after a wait.',
    },
    {
      at: { python: '# no try here', typescript: '// no try here' },
      text: 'No `try` here: an error of the kitchen passes through this function.',
    },
    {
      at: {
        python: 'await asyncio.sleep(error.retry_after)',
        typescript: 'await sleep(error.retryAfter)',
      },
      text: 'An error may carry what its catcher needs. A handler may await too: here it waits, then asks again.',
    },
    {
      at: {
        python: 'order = waiter("oysters", crowded=False)',
        typescript: "order = waiter('oysters', false)",
      },
      text: 'A call without `await`, in a `try` of its own. Is there anything to catch?',
    },
    {
      at: { python: 'await order', typescript: 'await order' },
      text: 'And its `await`, in a second `try`.',
    },
  ]),
  changes: [
    {
      task: 'Let nobody await the ticket.',
      edit: {
        python: { from: 'await order', to: 'print("nobody asks")' },
        typescript: { from: 'await order', to: "console.log('nobody asks')" },
      },
      prediction: {
        question: ticketQuestion,
        choices: ticketChoices,
        right: 1,
        why: 'The coroutine never ran, so nothing was raised. Python warns that it was never awaited.',
      },
      predictionIn: {
        typescript: {
          question: ticketQuestion,
          choices: ticketChoices,
          right: 2,
          why: 'The promise rejects, and nobody listens. Node ends the program: an unhandled rejection.',
        },
      },
    },
  ],
};
