import type { Section } from '../section';
import { tour } from '../tour';

export const whenAsyncHelps: Section = {
  id: '5.2',
  part: 'part-5',
  title: 'When async helps',
  minutes: 7,
  folder: '5.2-when-async-helps',
  buildsOn: ['5.1', '4.6'],
  teaches: 'You can name the programs that async is made for, and say why.',
  step: {
    text: [
      'Servers with thousands of connections, clients of many services, chats, database work: all of them wait most of the time, for many things at once. One thread is enough for all.',
      'In the demo ten markets answer after 0.1, 0.2, up to 1 second. How long until you know the best price of all?',
    ],
    alt: 'Web servers, clients of many services, chats and database work: many waits at once, served by one thread.',
  },
  prediction: {
    question:
      'Ten markets answer after 0.1, 0.2 … 1.0 s, all asked at once. When do you know the best price?',
    choices: ['After 0.1 s', 'After 1.0 s', 'After 5.5 s'],
    right: 1,
    why: 'You need all ten, so you wait for the slowest. One after another it would be the sum: 5.5 s.',
  },
  notes: tour([
    {
      at: { python: 'await asyncio.sleep(number / 10)', typescript: 'await sleep(number * 100)' },
      text: 'Stands for a market far away. Ten such waits cost one thread next to nothing, and ten thousand hardly more.',
    },
    {
      at: { python: 'for number in range(1, 11)', typescript: 'numbers.map((number) => askMarket(number))' },
      text: 'All ten at once.',
    },
    {
      at: { python: 'async with tables:' },
      text: 'A semaphore: no more than two inside, the others wait. (`async with` is a `with` that may wait at its start and end.) Connection pools of databases work like this.',
    },
    {
      at: { typescript: 'await Promise.all([table(guests), table(guests)])' },
      text: 'Two tables draw from one queue of guests, so no more than two sit at a time. Connection pools of databases work like this.',
    },
  ]),
  changes: [
    {
      task: 'Put up a third table.',
      edit: {
        python: { from: 'asyncio.Semaphore(2)', to: 'asyncio.Semaphore(3)' },
        typescript: {
          from: '[table(guests), table(guests)]',
          to: '[table(guests), table(guests), table(guests)]',
        },
      },
      prediction: {
        question: 'Five guests, 0.3 s each, and three tables instead of two. How long does it take?',
        choices: ['0.3 s', '0.6 s', '0.9 s'],
        right: 1,
        why: 'Three sit down at once, then the other two: two rounds of 0.3 s.',
      },
    },
  ],
};
