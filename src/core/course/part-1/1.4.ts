import type { Section } from '../section';
import { tour } from '../tour';

export const theRestaurant: Section = {
  id: '1.4',
  part: 'part-1',
  title: 'The restaurant',
  minutes: 15,
  folder: '1.4-the-restaurant',
  buildsOn: ['1.2', '1.3'],
  teaches: 'You have the picture for everything that follows: one waiter, many tables, a kitchen that rings.',
  step: {
    text: [
      'One picture for the whole course: a restaurant with **one waiter**. One evening he stands at the kitchen door until each dish is ready. The next evening he goes on to the next table while the food cooks.',
      'The waiter is your thread, and the tables are tasks. The kitchen is all that is outside, and its bell is an event. The manager who says who goes where is the **event loop**. Nobody cooks faster on the second evening. How much is gained?',
    ],
    alt: 'A waiter who stands at the kitchen door serves three tables in thirty minutes. One who goes on to the next table needs about twelve.',
  },
  prediction: {
    question: 'Cooking takes 1 s, eating 0.2 s, three tables. How long do the two evenings take?',
    choices: ['3.6 s, then 1.2 s', '3.6 s, then 3.6 s', '3.6 s, then 0.6 s'],
    right: 0,
    why: 'On the second evening three dishes cook at the same time. Each still takes its second, and its guest still eats.',
  },
  notes: tour([
    {
      at: { python: 'await asyncio.sleep(COOKING)', typescript: 'await sleep(cooking)' },
      text: 'The kitchen cooks. The waiter may go elsewhere, if somebody sends him.',
    },
    {
      at: { python: 'await serve(table)', typescript: 'await serve(table)' },
      text: 'The first evening: table 2 is not asked before table 1 has eaten. Nobody sends the waiter anywhere meanwhile.',
    },
    {
      at: {
        python: 'await asyncio.gather(serve(1), serve(2), serve(3))',
        typescript: 'await Promise.all([serve(1), serve(2), serve(3)])',
      },
      text: 'The second evening: all three orders are in the kitchen at once. This is the only line that is new.',
    },
  ]),
  changes: [
    {
      task: 'Let cooking take two seconds.',
      edit: {
        python: { from: 'COOKING = 1.0', to: 'COOKING = 2.0' },
        typescript: { from: 'cooking = 1000', to: 'cooking = 2000' },
      },
      prediction: {
        question: 'Cooking now takes 2 s, eating still 0.2 s. How long do the two evenings take?',
        choices: ['6.6 s, then 2.2 s', '6.6 s, then 1.2 s', '4.6 s, then 2.2 s'],
        right: 0,
        why: 'The first evening pays for the longer cooking three times, the second only once.',
      },
    },
  ],
};
