import type { Section } from '../section';
import { tour } from '../tour';

export const whenAsyncHurts: Section = {
  id: '5.3',
  part: 'part-5',
  title: 'When async hurts',
  minutes: 7,
  folder: '5.3-when-async-hurts',
  buildsOn: ['5.1', '1.3'],
  teaches: 'You can tell work that stops the loop, and know where to send it.',
  step: {
    text: [
      'Pictures, video, simulations, compression: here the processor works all the time. Does the word `async` in front of such a function help?',
      'In the demo a clock ticks fifty times a second. A long calculation runs in an async function, then the same runs in another process or thread. When does the clock tick on?',
    ],
    alt: 'On one loop three calculations stand in line, six seconds in all. In three processes they run side by side, two seconds.',
  },
  prediction: {
    question:
      'A long calculation in an async function, then the same in another process or thread. When does the clock tick?',
    choices: ['During both', 'Only during the second', 'During neither'],
    right: 1,
    why: 'In the async function it keeps the thread that the clock needs. Next door it runs beside the loop, which only waits for the bell at the end.',
  },
  notes: tour([
    {
      at: { python: 'await asyncio.sleep(0.02)', typescript: 'of every(20)' },
      text: 'The clock: fifty ticks a second, if nobody keeps the thread.',
    },
    {
      at: {
        python: 'return sum(range(10_000_000))',
        typescript: 'for (let potato = 0; potato < 100_000_000; potato++) {',
      },
      text: 'The waiter peels all the potatoes himself. Who can move before he is done?',
    },
    {
      at: { python: 'await loop.run_in_executor(kitchen' },
      text: 'Handed to another process, and awaited like any other wait. With `None` for the kitchen it would be a thread: good for blocking calls, but Python code there shares the GIL.',
    },
    {
      at: { typescript: 'const kitchen = new Worker(' },
      text: 'A worker thread has a loop of its own, and sends a message when it is done.',
    },
    {
      at: { typescript: "await once(kitchen, 'message')" },
      text: 'Awaited like any other wait.',
    },
  ]),
  changes: [
    {
      task: 'Calculate here a second time, instead of next door.',
      edit: {
        python: { from: '"next door", peel_next_door(kitchen)', to: '"here again", peel_here()' },
        typescript: { from: "'next door', peelNextDoor()", to: "'here again', peelHere()" },
      },
      prediction: {
        question:
          'Both calculations run in async functions here, one after the other. When does the clock tick?',
        choices: ['During both', 'Between the two', 'During neither, nor between them'],
        right: 2,
        why: 'There is an `await` between the two, but nothing to wait for: the first result is there, and the second calculation follows at once.',
      },
    },
  ],
};
