import type { Section } from '../section';
import { tour } from '../tour';

export const awaiting: Section = {
  id: '3.2',
  part: 'part-3',
  title: 'Awaiting: await',
  minutes: 10,
  folder: '3.2-await',
  buildsOn: ['2.4', '3.1'],
  teaches: 'You can put `await` where it belongs, and read the order in which such code runs.',
  step: {
    text: [
      '`await` does two things: it **pauses** this function until the answer is there, and it **gets** the answer.',
      'It may stand only inside an async function; a TypeScript module may also use it at its top. A plain function cannot pause. In which order will the lines be printed?',
    ],
    alt: 'The word await does two things: it pauses this function until cook is done, and it gets what cook returns. In which order do the four lines come?',
  },
  prediction: {
    question: 'Four lines: before, on the stove, ready, after. In which order are they printed?',
    choices: [
      'before, on the stove, ready, after',
      'before, after, on the stove, ready',
      'before, on the stove, after, ready',
    ],
    right: 0,
    why: '`await` holds this function back until the soup is ready. Only others may run meanwhile, and there are none.',
  },
  notes: tour([
    {
      at: { python: 'dish = await cook("soup")', typescript: "const dish = await cook('soup');" },
      text: 'This function pauses here for a second. The value of the whole `await cook(…)` is what `cook` returns.',
    },
    {
      at: { python: 'print(f"after await: {dish}")', typescript: 'console.log(`after await: ${dish}`)' },
      text: 'Is this printed while the soup cooks, or after that?',
    },
    {
      at: { python: 'compile(plain', typescript: 'new Function(plain)' },
      text: 'The program text above has an `await` in a plain function. The language refuses it before a single line runs.',
    },
  ]),
  changes: [
    {
      task: 'Let the soup take three seconds.',
      edit: {
        python: { from: 'asyncio.sleep(1)', to: 'asyncio.sleep(3)' },
        typescript: { from: 'sleep(1000)', to: 'sleep(3000)' },
      },
      prediction: {
        question: 'The soup takes three seconds now. When is "after await" printed?',
        choices: ['At once', 'After one second', 'After three seconds'],
        right: 2,
        why: 'The function goes on when the soup is ready, however long that takes.',
      },
    },
  ],
};
