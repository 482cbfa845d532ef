import type { Section } from '../section';
import { tour } from '../tour';

const earlyQuestion =
  'All three are called first, and awaited afterwards, one by one. How long does it take?';
const earlyChoices = ['1 second', '2 seconds', '3 seconds'] as const;

export const sequentialAndConcurrent: Section = {
  id: '4.1',
  part: 'part-4',
  title: 'One after another, or together',
  minutes: 7,
  folder: '4.1-sequential-and-concurrent',
  buildsOn: ['3.2'],
  teaches: 'You can see in a program which waits stand in a row without need.',
  step: {
    text: [
      'Three dishes, a second each, none of which needs another. The program is async from top to bottom: `async`, `await`, nothing blocks.',
      'So is it fast? Predict how long the three take. Then look for what the program does in the pauses.',
    ],
    alt: 'Three awaits below each other: soup, stew, cake. Each takes one second. How long do they take together?',
  },
  prediction: {
    question: 'Three dishes of 1 s each, awaited one below the other. How long will it take?',
    choices: ['1 second: it is async', '2 seconds', '3 seconds'],
    right: 2,
    why: 'Each `await` waits to the end before the next line even orders. It could pause for others; there are none.',
  },
  notes: tour([
    {
      at: { python: 'await asyncio.sleep(seconds)', typescript: 'await sleep(seconds * 1000)' },
      text: 'A proper wait: the thread is free. But is there anybody who could use it?',
    },
    {
      at: { python: 'soup = await cook("soup", 1)', typescript: "const soup = await cook('soup', 1)" },
      text: 'This line waits for the soup. When does the next line have its turn?',
    },
    {
      at: { python: 'stew = await cook("stew", 1)', typescript: "const stew = await cook('stew', 1)" },
      text: 'The stew does not need the soup. Is it ordered at once, or later?',
    },
  ]),
  changes: [
    {
      task: 'Let the stew take two seconds.',
      edit: {
        python: { from: 'cook("stew", 1)', to: 'cook("stew", 2)' },
        typescript: { from: "cook('stew', 1)", to: "cook('stew', 2)" },
      },
      prediction: {
        question: 'The stew takes two seconds now, the others one. How long is it in all?',
        choices: ['2 seconds', '3 seconds', '4 seconds'],
        right: 2,
        why: 'In a row, waits add up: 1 + 2 + 1.',
      },
    },
    {
      task: 'Call all three first, and await them afterwards.',
      edit: {
        python: {
          from: '    soup = await cook("soup", 1)\n    stew = await cook("stew", 1)\n    cake = await cook("cake", 1)\n',
          to: '    first, second, third = cook("soup", 1), cook("stew", 1), cook("cake", 1)\n    soup = await first\n    stew = await second\n    cake = await third\n',
        },
        typescript: {
          from: "  const soup = await cook('soup', 1);\n  const stew = await cook('stew', 1);\n  const cake = await cook('cake', 1);\n",
          to: "  const [first, second, third] = [cook('soup', 1), cook('stew', 1), cook('cake', 1)];\n  const soup = await first;\n  const stew = await second;\n  const cake = await third;\n",
        },
      },
      prediction: {
        question: earlyQuestion,
        choices: earlyChoices,
        right: 2,
        why: 'A coroutine begins when it is awaited, so nothing is gained. It takes tasks, or `gather`.',
      },
      predictionIn: {
        typescript: {
          question: earlyQuestion,
          choices: earlyChoices,
          right: 0,
          why: 'An async function begins with the call, so all three are on their way. But use `Promise.all`: it hears errors at once.',
        },
      },
    },
  ],
};
