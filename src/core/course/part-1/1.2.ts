import type { Section } from '../section';
import { tour } from '../tour';

export const blocking: Section = {
  id: '1.2',
  part: 'part-1',
  title: 'What "blocking" means',
  minutes: 10,
  folder: '1.2-blocking',
  buildsOn: ['1.1'],
  teaches: 'You can tell a call that blocks from one that only waits, and see on the timeline what it costs.',
  step: {
    text: [
      'A call **blocks** when your program can do nothing else until it comes back: no other request, no timer, no click. `time.sleep`, `input` and `fs.readFileSync` all do.',
      'In the demo a clock wants to tick four times a second, and a lookup blocks for one. What becomes of the ticks? After the run, look for the lane that turns __ready__.',
    ],
    alt: 'The program sends a request and is blocked until the answer comes. Meanwhile a clock wants to tick. What becomes of its ticks?',
  },
  prediction: {
    question: 'The lookup blocks for one second. What does the clock do meanwhile?',
    choices: ['It ticks on', 'It stands still', 'It ticks faster afterwards to catch up'],
    right: 1,
    why: 'There is one thread, and the lookup keeps it. The clock was ready to tick, but could not run, and makes up for nothing later.',
  },
  notes: tour([
    {
      at: { python: 'await asyncio.sleep(0.25)', typescript: 'await sleep(250)' },
      text: 'The clock waits here, and gives the thread away while it does. Four ticks a second, if nobody is in the way.',
    },
    {
      at: { python: 'time.sleep(1)  # blocks' },
      text: '`time.sleep` awaits nothing, and gives nothing away: a waiter at the kitchen door, for a second. Who can do anything meanwhile?',
    },
    {
      at: { typescript: 'while (Date.now() < end)' },
      text: 'This loop awaits nothing, and gives nothing away: a waiter at the kitchen door, for a second. Who can do anything meanwhile?',
    },
    {
      at: {
        python: 'asyncio.gather(tick(), slow_lookup())',
        typescript: 'Promise.all([tick(), slowLookup()])',
      },
      text: 'Both start together, and both run on the same thread.',
    },
  ]),
  changes: [
    {
      task: 'Let the lookup wait without blocking.',
      edit: {
        python: {
          from: 'time.sleep(1)  # blocks: the thread can do nothing else',
          to: 'await asyncio.sleep(1)',
        },
        typescript: {
          from: 'while (Date.now() < end); // blocks: the thread can do nothing else',
          to: 'await sleep(end - Date.now());',
        },
      },
      prediction: {
        question: 'The lookup still takes one second, but awaits it. What does the clock do meanwhile?',
        choices: ['It ticks on', 'It stands still', 'It ticks half as often'],
        right: 0,
        why: 'While it awaits, the lookup gives the thread away. It takes as long as before, and the clock does not notice.',
      },
    },
  ],
};
