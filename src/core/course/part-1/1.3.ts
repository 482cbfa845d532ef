import type { Section } from '../section';
import { tour } from '../tour';

export const ioAndCpu: Section = {
  id: '1.3',
  part: 'part-1',
  title: 'I/O-bound and CPU-bound',
  minutes: 10,
  folder: '1.3-io-bound-and-cpu-bound',
  buildsOn: ['1.2'],
  teaches: 'You can tell the slowness that async cures from the one that it does not.',
  step: {
    text: [
      'A program can be slow in two ways. **I/O-bound**: it waits for something outside, and the processor is free meanwhile. **CPU-bound**: it calculates, and the processor is busy all the time.',
      'The demo starts three waits together, then three calculations together. Will async help with both? Predict both totals, then look at the shapes on the timeline.',
    ],
    alt: 'Three waits that start together, and three calculations that start together, 0.6 seconds each, beside an empty time scale. Where do the second and the third lie?',
  },
  prediction: {
    question: 'Three waits of 0.6 s together, then three calculations of 0.6 s together. How long is each?',
    choices: ['0.6 s and 0.6 s', '0.6 s and 1.8 s', '1.8 s and 1.8 s'],
    right: 1,
    why: 'Waits overlap, because the processor is free meanwhile. Calculations need the thread, one by one: 3 x 0.6 s.',
  },
  notes: tour([
    {
      at: { python: 'await asyncio.sleep(0.6)', typescript: 'await sleep(600)' },
      text: 'A wait: the food is in the kitchen, and the waiter is free.',
    },
    {
      at: { python: 'while time.perf_counter() < end:', typescript: 'while (performance.now() < end)' },
      text: 'A calculation: the waiter peels the potatoes himself.',
    },
    {
      at: { python: 'asyncio.gather(calculate("A")', typescript: "Promise.all([calculate('A')" },
      text: 'Written just like the waits above. Does it behave like them?',
    },
  ]),
  changes: [
    {
      task: 'Leave out one of the three waits.',
      edit: {
        python: { from: 'wait("A"), wait("B"), wait("C")', to: 'wait("A"), wait("B")' },
        typescript: { from: "wait('A'), wait('B'), wait('C')", to: "wait('A'), wait('B')" },
      },
      prediction: {
        question: 'Two waits of 0.6 s instead of three. How long do they take together?',
        choices: ['0.4 s', '0.6 s', '1.2 s'],
        right: 1,
        why: 'Waits overlap: two take as long as three, or as one.',
      },
    },
    {
      task: 'Leave out one of the three calculations.',
      edit: {
        python: {
          from: 'calculate("A"), calculate("B"), calculate("C")',
          to: 'calculate("A"), calculate("B")',
        },
        typescript: {
          from: "calculate('A'), calculate('B'), calculate('C')",
          to: "calculate('A'), calculate('B')",
        },
      },
      prediction: {
        question: 'Two calculations of 0.6 s instead of three. How long do they take together?',
        choices: ['0.6 s', '1.2 s', '1.8 s'],
        right: 1,
        why: 'Calculations stand in line for the one thread: 0.6 + 0.6.',
      },
    },
  ],
};
