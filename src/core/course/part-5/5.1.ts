import type { Section } from '../section';
import { tour } from '../tour';

export const theDecision: Section = {
  id: '5.1',
  part: 'part-5',
  title: 'Should this be async?',
  minutes: 6,
  folder: '5.1-the-decision',
  buildsOn: ['1.3', '4.1'],
  teaches: 'You can decide in two questions whether a program should be async.',
  step: {
    text: [
      'Two questions decide. **Does it mostly wait?** If not, async does not help. **Are there many waits that do not need each other?** If not, plain code is simpler and just as fast.',
      'The demo asks once, then three times where each needs the answer before, then three times at once. How long does each take, and which gains by async?',
    ],
    alt: 'A decision tree. Mostly waiting? No: for calculations use processes or worker threads, else stay with plain code. Yes: many independent waits? Yes: async. No: plain code is fine.',
  },
  prediction: {
    question:
      'Half a second each: one request; a chain of three; three that do not need each other. How long?',
    choices: ['0.5 s, 0.5 s and 0.5 s', '0.5 s, 1.5 s and 0.5 s', '0.5 s, 1.5 s and 1.5 s'],
    right: 1,
    why: 'One wait has nothing to overlap with, and a chain cannot overlap. Only the independent ones gain.',
  },
  notes: tour([
    {
      at: { python: 'async def one()', typescript: 'async function one()' },
      text: 'A single request. What could its wait overlap with?',
    },
    {
      at: { python: 'dish = await ask(guest)', typescript: 'const dish = await ask(guest)' },
      text: 'This needs the answer above. A row of awaits is right here.',
    },
    {
      at: { python: 'await asyncio.gather(', typescript: 'await Promise.all(' },
      text: 'None needs another, and all are started together.',
    },
  ]),
  changes: [
    {
      task: 'Await the independent requests one after another.',
      edit: {
        python: {
          from: 'await asyncio.gather(ask("the weather"), ask("the news"), ask("the stocks"))',
          to: 'await ask("the weather")\n    await ask("the news")\n    await ask("the stocks")',
        },
        typescript: {
          from: "await Promise.all([ask('the weather'), ask('the news'), ask('the stocks')])",
          to: "await ask('the weather');\n  await ask('the news');\n  await ask('the stocks')",
        },
      },
      prediction: {
        question: 'The three independent requests are awaited in a row. How long do they take?',
        choices: ['0.5 s: they are independent', '1.0 s', '1.5 s'],
        right: 2,
        why: 'That they could overlap is not enough: somebody has to start them together.',
      },
    },
  ],
};
