import type { Section } from '../section';
import { tour } from '../tour';

export const gather: Section = {
  id: '4.2',
  part: 'part-4',
  title: 'Together: gather and Promise.all',
  minutes: 8,
  folder: '4.2-gather',
  buildsOn: ['4.1', '3.5'],
  teaches: 'You can run many waits together, and say what becomes of the rest when one fails.',
  step: {
    text: [
      '`asyncio.gather` and `Promise.all` say: all of these, together, and give me all results.',
      'And if one fails, you hear of it at once. Three dishes of 1 s, 0.5 s and 0.8 s are ordered: how long, and in which order do you get them? Then one burns. What becomes of the other?',
    ],
    alt: 'Soup, bread and stew are ordered together, and one await gets all results. How long, and in which order? Then a cake burns while a goose is in the oven.',
  },
  prediction: {
    question:
      'Soup 1 s, bread 0.5 s, stew 0.8 s, ordered together. How long, and in which order are the results?',
    choices: ['2.3 s: soup, bread, stew', '1.0 s: soup, bread, stew', '1.0 s: bread, stew, soup'],
    right: 1,
    why: 'It takes as long as the slowest, and the results stand in the order of the calls, whoever was first.',
  },
  notes: tour([
    {
      at: { python: 'dishes = await asyncio.gather(', typescript: 'const dishes = await Promise.all(' },
      text: 'All three are begun, and one `await` waits for all. In which order will the results stand?',
    },
    {
      at: { python: 'await asyncio.gather(cook("goose"' },
      text: 'The cake burns after 0.2 s, and `gather` raises at once. What becomes of the goose?',
    },
    {
      at: { typescript: "await Promise.all([cook('goose'" },
      text: 'The cake burns after 0.2 s, and `Promise.all` rejects at once. What becomes of the goose?',
    },
    {
      at: { python: 'await asyncio.sleep(0.6)', typescript: 'await sleep(600)' },
      text: 'Time to see it. Nobody takes the result of the goose any more.',
    },
    {
      at: { python: 'return_exceptions=True' },
      text: 'Now errors are results like others: nothing is raised, and you sort them out.',
    },
    {
      at: { typescript: 'Promise.allSettled(' },
      text: 'Now errors are results like others: nothing rejects, and you sort them out.',
    },
  ]),
  changes: [
    {
      task: 'Let the cake burn after only 0.1 seconds.',
      edit: {
        python: { from: 'burn("cake", 0.2)', to: 'burn("cake", 0.1)' },
        typescript: { from: "burn('cake', 0.2)", to: "burn('cake', 0.1)" },
      },
      prediction: {
        question: 'The cake burns earlier, while the goose is still in the oven. What becomes of the goose?',
        choices: ['It is cancelled', 'It is done as if nothing had happened', 'It fails too'],
        right: 1,
        why: 'Nobody waits for it any more, but nobody has stopped it either. A Python `TaskGroup` would have cancelled it.',
      },
    },
    {
      task: 'Let the bread take one and a half seconds.',
      edit: {
        python: { from: 'cook("bread", 0.5)', to: 'cook("bread", 1.5)' },
        typescript: { from: "cook('bread', 0.5)", to: "cook('bread', 1.5)" },
      },
      prediction: {
        question: 'Soup 1 s, bread 1.5 s, stew 0.8 s. How long do the three take together?',
        choices: ['1.0 s', '1.5 s', '3.3 s'],
        right: 1,
        why: 'The bread is the slowest now, and all wait for it.',
      },
    },
  ],
};
