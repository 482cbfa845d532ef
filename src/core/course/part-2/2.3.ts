import type { Section } from '../section';
import { tour } from '../tour';

export const coroutines: Section = {
  id: '2.3',
  part: 'part-2',
  title: 'Coroutines',
  minutes: 11,
  folder: '2.3-coroutines',
  buildsOn: ['2.2'],
  teaches: 'You can say what sets a coroutine apart from a plain function, and when its first line runs.',
  step: {
    text: [
      'A plain function runs from its first line to its last. A **coroutine** can stop in the middle, let others run, and go on just where it was. So does a waiter who puts down his notepad and picks it up again.',
      'One thing differs between the languages: when does a call begin to run? Predict what is printed first.',
    ],
    alt: 'A plain function is one solid bar from start to end. A coroutine is a bar with gaps: it pauses at each await, and others run in the gaps.',
  },
  prediction: {
    question: '`recipe("soup")` is called, and the next line prints. What is the first thing you see?',
    choices: ['"soup: chop"', '"the recipe is called"', '"soup: ready"'],
    right: 1,
    why: 'In Python a call only makes the coroutine. Its first line runs when somebody awaits it, or makes it a task.',
  },
  predictionIn: {
    typescript: {
      question: '`recipe("soup")` is called, and the next line prints. What is the first thing you see?',
      choices: ['"soup: chop"', '"the recipe is called"', '"soup: ready"'],
      right: 0,
      why: 'In TypeScript a call runs at once, up to the first `await`. Then it gives you a promise, and your next line runs.',
    },
  },
  notes: tour([
    {
      at: { python: 'soup = recipe("soup")', typescript: "const soup = recipe('soup')" },
      text: 'A call without `await`. Is this a recipe on paper, or has the cooking begun?',
    },
    {
      at: { python: 'await asyncio.gather(soup', typescript: 'await Promise.all([soup' },
      text: 'Here the stew is called too, and both are awaited together.',
    },
    {
      at: { python: 'season(dish)', typescript: 'season(dish);' },
      text: 'A plain call inside a coroutine. Salt and pepper always stay together: nobody can come between them.',
    },
  ]),
  changes: [
    {
      task: 'Call the soup’s recipe, but let nobody wait for it.',
      edit: {
        python: { from: 'gather(soup, recipe("stew"))', to: 'gather(recipe("stew"))' },
        typescript: { from: "Promise.all([soup, recipe('stew')])", to: "Promise.all([recipe('stew')])" },
      },
      prediction: {
        question: 'The soup is called, and nobody awaits it. What becomes of it?',
        choices: ['It is cooked all the same', 'It is never begun', 'The program stops with an error'],
        right: 1,
        why: 'A coroutine that nobody awaits never runs. Python says so in a warning, and the program goes on.',
      },
      predictionIn: {
        typescript: {
          question: 'The soup is called, and nobody awaits it. What becomes of it?',
          choices: ['It is cooked all the same', 'It is never begun', 'The program stops with an error'],
          right: 0,
          why: 'It began with the call and goes on. But nobody gets its result, and an error in it would end the program.',
        },
      },
    },
  ],
};
