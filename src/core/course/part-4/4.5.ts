import type { Section } from '../section';
import { tour } from '../tour';

export const event: Section = {
  id: '4.5',
  part: 'part-4',
  title: 'The sign on the door: events',
  minutes: 7,
  folder: '4.5-event',
  buildsOn: ['4.4'],
  teaches: 'You can let many wait for one signal, and choose between a task, a queue and an event.',
  step: {
    text: [
      'A sign hangs on the kitchen door: CLOSED. Waiters who need the kitchen wait at it. When it is turned to OPEN, they go in. Such a sign is an **event**: it carries no data, only a signal.',
      'In the demo three waiters stand at the door, and the sign is turned once. Who goes in?',
    ],
    alt: 'An event is a sign. Waiters wait while it says closed. set turns it to open, clear turns it back, is_set reads it.',
  },
  prediction: {
    question: 'Three waiters wait for the sign, and it is turned once. Who goes in?',
    choices: [
      'The first one only',
      'All three at once',
      'One after another, each when the one before is back',
    ],
    right: 1,
    why: 'A signal releases everybody who waits for it. Whoever comes later finds the door open, until somebody turns the sign back.',
  },
  notes: tour([
    {
      at: { python: 'await self.is_open.wait()' },
      text: 'Waits while the sign says closed. If it is open already, this goes straight on.',
    },
    {
      at: { typescript: 'await this.#opening;' },
      text: 'A promise that is settled by hand makes a sign that can be turned once. Any number of functions may await it.',
    },
    {
      at: { python: 'self.is_open.set()', typescript: 'this.open();' },
      text: 'Turned once. Which of the waiters go in?',
    },
    {
      at: { python: 'await asyncio.wait_for(closing.wait(), timeout=0.3)' },
      text: 'A round of cleaning, unless closing time is called before it is over.',
    },
    {
      at: { typescript: 'await sleep(300, undefined, { signal: closing })' },
      text: 'A round of cleaning, unless closing time is called before it is over: then the signal ends the wait.',
    },
    {
      at: { python: 'full.clear()' },
      text: 'Turned back, so that the next batch can be signalled. Do it before you work, or you may miss a signal.',
    },
    {
      at: { typescript: 'for await (const _ of on(bell' },
      text: 'For a bell that rings more than once, Node has the `EventEmitter`. `for await` is a loop that awaits each ring.',
    },
  ]),
  changes: [
    {
      task: 'Let the fires take two seconds to light.',
      edit: {
        python: { from: 'asyncio.sleep(0.8)', to: 'asyncio.sleep(2)' },
        typescript: { from: 'sleep(800)', to: 'sleep(2000)' },
      },
      prediction: {
        question: 'The kitchen opens after 2 s, and a soup takes 0.2 s. When does table 3 get its soup?',
        choices: ['After 2.2 s, like the others', 'After 2.6 s, as the third', 'After 0.2 s'],
        right: 0,
        why: 'All three are released together, and their soups cook side by side.',
      },
    },
    {
      task: 'Let closing time come after one second.',
      edit: {
        python: { from: 'asyncio.sleep(0.7)', to: 'asyncio.sleep(1)' },
        typescript: { from: 'sleep(700)', to: 'sleep(1000)' },
      },
      prediction: {
        question:
          'A round takes 0.3 s, and closing time comes after 1 s. How many rounds does the cleaner begin?',
        choices: ['3', '4', '5'],
        right: 1,
        why: 'Rounds begin at 0, 0.3, 0.6 and 0.9 s. The last one is cut short by the signal.',
      },
    },
  ],
};
