import type { Section } from '../section';
import { tour } from '../tour';

export const howAwaitWorks: Section = {
  id: '2.4',
  part: 'part-2',
  title: 'How await works',
  minutes: 12,
  folder: '2.4-how-await-works',
  buildsOn: ['2.3'],
  teaches: 'You can point at the places where a function pauses, and say what can be awaited.',
  step: {
    text: [
      '`await` is the pause button. It says: I wait for this; loop, let somebody else work; when it is there, I go on right here. Between two awaits nobody comes in.',
      'In the demo table 1 waits for the kitchen, and another coroutine visits a table every quarter of a second. How many does it reach before the food is there?',
    ],
    alt: 'One function runs, pauses at its first await, runs, pauses at its second, and ends. Another function runs in the gaps. The event loop decides who.',
  },
  prediction: {
    question:
      'The kitchen takes 0.6 s. Others are visited every 0.25 s. How many visits before "food is here"?',
    choices: ['None: everybody waits', 'Three', 'All four'],
    right: 1,
    why: 'While table 1 waits the loop lets the other coroutine run, at 0, 0.25 and 0.5 s. The bell rings at 0.6 s, before the fourth visit.',
  },
  notes: tour([
    {
      at: {
        python: 'dish = await ask_kitchen()  # pause',
        typescript: 'const dish = await askKitchen(); // pause',
      },
      text: 'Pause. The function remembers where it is, and lets go of the thread. The value of the `await` is what the kitchen returns.',
    },
    {
      at: { python: 'print(f"   meanwhile at table', typescript: 'console.log(`   meanwhile at table' },
      text: 'This runs in the gaps.',
    },
    {
      at: { python: 'await write_down(dish)', typescript: 'await writeDown(dish)' },
      text: 'A second pause. Between the two nobody else ran: there is no `await` there.',
    },
    {
      at: { python: 'dish = await kitchen  # is done already' },
      text: 'The task is done. In Python such an `await` does not pause at all, so the next one on the list still waits.',
    },
    {
      at: { typescript: 'const dish = await kitchen; // is done already' },
      text: 'The promise is settled. In TypeScript every `await` lets go once: the microtask that stood in line runs first.',
    },
  ]),
  changes: [
    {
      task: 'Let the kitchen take only 0.1 seconds.',
      edit: {
        python: {
          from: 'await asyncio.sleep(0.6)\n    return "soup"',
          to: 'await asyncio.sleep(0.1)\n    return "soup"',
        },
        typescript: {
          from: "await sleep(600);\n  return 'soup'",
          to: "await sleep(100);\n  return 'soup'",
        },
      },
      prediction: {
        question: 'The kitchen now takes 0.1 s. How many visits come before "food is here"?',
        choices: ['None', 'One', 'Three'],
        right: 1,
        why: 'The first visit is made at once, when table 1 begins to wait. The next would come after 0.25 s.',
      },
    },
  ],
};
