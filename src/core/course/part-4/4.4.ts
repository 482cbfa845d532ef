import type { Section } from '../section';
import { tour } from '../tour';

export const queue: Section = {
  id: '4.4',
  part: 'part-4',
  title: 'The order window: queues',
  minutes: 8,
  folder: '4.4-queue',
  buildsOn: ['4.3'],
  teaches: 'You can let producers and consumers work at their own pace, and limit how many work at once.',
  step: {
    text: [
      'Waiters put order slips into a window, cooks take them out. The window is a **queue**. Empty? The cook waits. Full? The waiter waits. Nobody has to know the other.',
      'In the demo the window holds two slips, and the cook needs half a second for each. The waiter has five slips. When has he handed in the last one?',
    ],
    alt: 'Producers put items into a queue of limited size, consumers take them out. A full queue makes producers wait, an empty one makes consumers wait.',
  },
  prediction: {
    question: 'Five slips, a window for two, half a second for each. When are all five handed in?',
    choices: ['At once', 'After 1.0 s', 'After 2.5 s'],
    right: 1,
    why: 'Two fit in, and the cook takes one out: three are handed in at once. The last two wait for a place, at 0.5 and 1 s; what is handed in is not cooked yet.',
  },
  notes: tour([
    {
      at: { python: 'await window.put(order)', typescript: 'await window.put(order)' },
      text: 'While there is room this goes straight on. When the window is full, it waits.',
    },
    {
      at: { typescript: 'class OrderWindow' },
      text: 'What Python brings along takes a few lines here. After each wake-up it looks again: somebody else may have been faster.',
    },
    {
      at: { python: 'order = await window.get()', typescript: 'let order = await window.get()' },
      text: 'Waits while there is nothing to take.',
    },
    {
      at: { python: 'window.task_done()' },
      text: 'Report each slip as done, come what may, or `join` waits forever.',
    },
    {
      at: { python: 'await window.join()' },
      text: 'Waits until every slip that was put in has been reported done.',
    },
    {
      at: { python: 'cooking.cancel()' },
      text: 'The cook would wait for slips forever. Nobody needs him now.',
    },
    {
      at: { typescript: 'const closed = null' },
      text: 'Here there is no `join` and no cancelling. A last slip says that there is nothing more to come.',
    },
    {
      at: { python: 'async def worker(', typescript: 'async function worker(' },
      text: 'Two finders put pages in, three workers take them out: never more than three requests at a time. The list of results needs no lock, as nobody comes in between two awaits.',
    },
  ]),
  changes: [
    {
      task: 'Let five workers fetch the pages.',
      edit: {
        python: { from: 'workers=3', to: 'workers=5' },
        typescript: { from: 'fetchAll(3)', to: 'fetchAll(5)' },
      },
      prediction: {
        question: 'Ten pages, 0.3 s each, five at a time. How long does it take?',
        choices: ['0.3 s', '0.6 s', '3.0 s'],
        right: 1,
        why: 'Two rounds of five: 0.3 + 0.3.',
      },
    },
    {
      task: 'Let the window hold ten slips.',
      edit: {
        python: { from: 'maxsize=2', to: 'maxsize=10' },
        typescript: { from: 'new OrderWindow<number | null>(2)', to: 'new OrderWindow<number | null>(10)' },
      },
      prediction: {
        question: 'The window holds ten slips. When has the waiter handed in all five?',
        choices: ['At once', 'After 1.0 s', 'After 2.5 s'],
        right: 0,
        why: 'The window is never full, so no `put` waits. The cook is not faster for it: the slips wait instead.',
      },
    },
  ],
};
