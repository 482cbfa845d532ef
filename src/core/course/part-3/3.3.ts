import type { Section } from '../section';
import { tour } from '../tour';

export const startingTheLoop: Section = {
  id: '3.3',
  part: 'part-3',
  title: 'Starting the engine: asyncio.run',
  minutes: 12,
  folder: '3.3-asyncio-run',
  buildsOn: ['2.2', '3.2'],
  teaches: 'You can start an async program once and in the right place, and say how it ends.',
  step: {
    text: [
      'Python: `asyncio.run(main())` opens the restaurant, serves until `main` is done, closes, and reports. Do it once, at the top. Inside async code it is refused: the house is open already.',
      'Node: the restaurant is open before your first line, and closes by itself. In the demo the evening ends while the dishwasher still runs. What becomes of it?',
    ],
    alt: 'asyncio.run opens a loop, runs main, closes the loop and gives the result. Node’s loop is there from the start to the end of the program. What becomes of a dishwasher that still runs?',
  },
  prediction: {
    question: 'The evening is over after 0.5 s. The dishwasher needs 2 s. What becomes of it?',
    choices: ['The program waits for it', 'It is stopped half-way', 'It goes on after the program has ended'],
    right: 1,
    why: 'When its coroutine is done, `asyncio.run` cancels every task that is left, and closes the loop. Without a loop nothing goes on.',
  },
  predictionIn: {
    typescript: {
      question: 'The evening is over after 0.5 s. The dishwasher needs 2 s. What becomes of it?',
      choices: [
        'The program waits for it',
        'It is stopped half-way',
        'It goes on after the program has ended',
      ],
      right: 0,
      why: 'Node stays as long as there is anything to wait for, here a timer, whoever started it.',
    },
  },
  notes: tour([
    {
      at: { python: 'guests = asyncio.run(evening())' },
      text: 'Opens a loop, runs `evening` to its end, closes the loop, and gives you what it returned.',
    },
    {
      at: { python: 'washing = asyncio.create_task(dishwasher())' },
      text: 'A task that nobody awaits. Keep it in a variable all the same: the loop alone does not hold on to it.',
    },
    {
      at: { python: 'except asyncio.CancelledError:' },
      text: 'This is how a task would learn that it is cancelled. It may clean up, and must pass the error on.',
    },
    {
      at: { python: 'asyncio.run(late)' },
      text: 'Inside async code a loop runs already, so this is refused. Write `await late` instead.',
    },
    {
      at: { python: 'asyncio.run(second_manager())' },
      text: 'A second time, a second loop. It works here, but nothing lives on from the first one. Open once.',
    },
    {
      at: { typescript: 'void dishwasher();' },
      text: 'Started, and nobody waits for it. The word `void` says that this is meant.',
    },
    {
      at: { typescript: 'const guests = await evening()' },
      text: 'No runner is needed: a module may await at its top, on the loop that was there before it.',
    },
    {
      at: { typescript: "process.once('beforeExit'" },
      text: 'Node calls this when nothing is left to wait for. When will that be?',
    },
  ]),
  changes: [
    {
      task: 'Let the evening last three seconds.',
      edit: {
        python: { from: 'await asyncio.sleep(0.5)', to: 'await asyncio.sleep(3)' },
        typescript: { from: 'await sleep(500)', to: 'await sleep(3000)' },
      },
      prediction: {
        question: 'The evening lasts 3 s, the dishwasher still needs 2 s. What becomes of it?',
        choices: [
          'It is done before the guests go',
          'It is stopped half-way',
          'It is done after the guests have gone',
        ],
        right: 0,
        why: 'It has its two seconds while the evening goes on, and ends by itself.',
      },
    },
  ],
};
