import type { Section } from '../section';
import { tour } from '../tour';

export const theEventLoop: Section = {
  id: '2.2',
  part: 'part-2',
  title: 'The event loop',
  minutes: 12,
  folder: '2.2-the-event-loop',
  buildsOn: ['2.1'],
  teaches: 'You can say who decides what runs next, and what that decision depends on.',
  step: {
    text: [
      'The **event loop** is the manager of the restaurant. He keeps a list of who could go on, and says: you next. Each runs until it awaits something. When the list is empty, he listens for the bell: a timer, the network, a disk.',
      'In Python you start the loop yourself. In Node it is there before your first line. Three tables order, one after another. Who is served first?',
    ],
    alt: 'The cycle of the event loop: is anybody ready to run? If yes, run it until it awaits. If no, wait for an event: a timer, the network, a disk. Then ask again, until the evening is over.',
  },
  prediction: {
    question:
      'Table 1 orders a dish of 1.5 s, then table 2 one of 0.5 s, then table 3 one of 1 s. Who is served when?',
    choices: ['1, 2, 3: as they ordered', '2, 3, 1: as the dishes are ready', 'All together, after 1.5 s'],
    right: 1,
    why: 'The loop goes on with whoever’s bell has rung. The order of the calls decides only who begins, and nobody waits for the dishes of others.',
  },
  notes: tour([
    {
      at: { python: 'loop.call_soon(print', typescript: 'queueMicrotask(' },
      text: 'Something is put on the list. It is not done now: the manager looks at his list only when the running function lets go.',
    },
    {
      at: { python: 'print("the manager writes the list")', typescript: "console.log('the manager writes" },
      text: 'So this line comes first, although it stands below.',
    },
    {
      at: { python: 'await asyncio.gather(' },
      text: 'Three tasks join the end of the list, behind the candles. They are begun in the order of the calls.',
    },
    {
      at: { typescript: 'await Promise.all(' },
      text: 'Each call runs at once up to its first `await`. Only then does this function let go, and the microtask gets its turn.',
    },
    {
      at: { python: 'await asyncio.sleep(cooking)', typescript: 'await sleep(cooking)' },
      text: 'The order is in the kitchen. A timer will ring, and the loop will put this function back on its list.',
    },
  ]),
  changes: [
    {
      task: 'Let the dish of table 1 be ready after 0.2 seconds.',
      edit: {
        python: { from: 'order(1, 1.5)', to: 'order(1, 0.2)' },
        typescript: { from: 'order(1, 1500)', to: 'order(1, 200)' },
      },
      prediction: {
        question: 'Now the dishes take 0.2, 0.5 and 1 s. Who is served when, and how long is it in all?',
        choices: ['1, 2, 3, in 1.0 s', '1, 2, 3, in 1.7 s', '2, 3, 1, in 1.0 s'],
        right: 0,
        why: 'The bells ring in the order of the cooking times, and the last one rings after one second.',
      },
    },
  ],
};
