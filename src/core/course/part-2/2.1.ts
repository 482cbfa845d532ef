import type { Section } from '../section';
import { tour } from '../tour';

export const concurrencyAndParallelism: Section = {
  id: '2.1',
  part: 'part-2',
  title: 'Concurrency and parallelism',
  minutes: 10,
  folder: '2.1-concurrency-and-parallelism',
  buildsOn: ['1.3', '1.4'],
  teaches: 'You can say why one thread is enough for many waits, and when it is not.',
  step: {
    text: [
      '**Concurrency**: one cook deals with many dishes, a bit of this, a bit of that. **Parallelism**: many cooks, each at a dish of his own, at the very same moment.',
      'Async is concurrent and not parallel: all your coroutines and promises run on one thread. In the demo two dishes are cooked. How many cooks does it take, and how long?',
    ],
    alt: 'Concurrency: one worker switches between two tasks, and each rests while the worker is at the other. Parallelism: two workers, each at a task of its own, at the same time.',
  },
  prediction: {
    question:
      'Two dishes, three steps each, half a second of rest after each step. How many cooks, and how long?',
    choices: ['One cook, 3.0 s', 'Two cooks, 1.5 s', 'One cook, 1.5 s'],
    right: 2,
    why: 'While the soup rests the cook turns to the stew. The rests overlap, and one thread does all the work: asking for two things at once hires nobody.',
  },
  notes: tour([
    {
      at: { python: 'cooks.add(threading.get_ident())', typescript: 'cooks.add(threadId)' },
      text: 'Each step notes which thread does it. At the end we count them.',
    },
    {
      at: { python: 'await asyncio.sleep(rest)', typescript: 'await sleep(rest)' },
      text: 'Here the cook lets go. Whoever is ready gets the next turn: that is **cooperative** multitasking.',
    },
    {
      at: { python: 'await asyncio.gather(', typescript: 'await Promise.all(' },
      text: 'Two dishes at once. Does that take a second cook?',
    },
  ]),
  changes: [
    {
      task: 'Let the stew rest for only 0.2 seconds after each step.',
      edit: {
        python: { from: 'cook("stew", 0.5)', to: 'cook("stew", 0.2)' },
        typescript: { from: "cook('stew', 500)", to: "cook('stew', 200)" },
      },
      prediction: {
        question:
          'The soup still rests 0.5 s after each of three steps, the stew only 0.2 s. When is everything done?',
        choices: ['After 0.6 s', 'After 1.5 s', 'After 2.1 s'],
        right: 1,
        why: 'Each dish keeps its own pace. Together they take as long as the slower one.',
      },
    },
  ],
};
