import type { Section } from '../section';
import { tour } from '../tour';

const orderQuestion = 'The pasta is ordered, and the next line prints. Which line do you see first?';
const orderChoices = ['"pasta: on the stove"', '"pasta order, done: …"', '"table laid, done: …"'] as const;

export const createTask: Section = {
  id: '4.3',
  part: 'part-4',
  title: 'Order now, fetch later: tasks',
  minutes: 10,
  folder: '4.3-create-task',
  buildsOn: ['4.2'],
  teaches: 'You can start work in the background, ask how it goes, cancel it, and give it a time limit.',
  step: {
    text: [
      'To await a call is to stand at the counter. `asyncio.create_task` hands in the order and lets you go on: you look after it later. In TypeScript every call does that.',
      'A task can be asked whether it is done, cancelled, and given a time limit. When does it begin? Predict the first line.',
    ],
    alt: 'A task is pending from the moment it is made. It ends in one of three ways: done, failed or cancelled.',
  },
  prediction: {
    question: orderQuestion,
    choices: orderChoices,
    right: 1,
    why: '`create_task` only puts the task on the loop’s list. It begins when this function lets go, at its next `await`.',
  },
  predictionIn: {
    typescript: {
      question: orderQuestion,
      choices: orderChoices,
      right: 0,
      why: 'The call itself runs the function up to its first `await`. Only then does the next line run.',
    },
  },
  notes: tour([
    {
      at: { python: 'name="pasta order"' },
      text: 'The order is handed in. Has the cooking begun? Keep the task in a variable: the loop alone does not hold on to it, and a dropped one may vanish.',
    },
    {
      at: { python: 'print(f"{task.get_name()}, done: {task.done()}")' },
      text: 'A task has a name, and can be asked. `done()` is true in every final state.',
    },
    {
      at: { typescript: 'let done = false;' },
      text: 'A promise has no name and no `done`. If you want to know, keep a note.',
    },
    {
      at: { python: 'print(await task)', typescript: 'console.log(await order)' },
      text: 'The pasta has cooked meanwhile. Only the rest of its time is waited for.',
    },
    {
      at: { python: 'task.result()' },
      text: 'Once it is done the result can be read as often as you like. Of a failed task, this raises the error.',
    },
    {
      at: { python: 'for task in tasks:', typescript: 'for (const { dish, order } of orders)' },
      text: 'All three are cooking already. Awaiting them one by one costs nothing more.',
    },
    {
      at: { python: 'task.cancel()' },
      text: 'A request: at its `await` the task gets a `CancelledError`. It may clean up, then passes it on.',
    },
    {
      at: { typescript: 'guest.abort();' },
      text: 'A promise cannot be cancelled. Pass an `AbortSignal` to the work, and the work must listen to it.',
    },
    {
      at: { python: 'await asyncio.wait_for(' },
      text: 'Waits half a second at most. Then it cancels the goose, waits for its end, and raises a `TimeoutError`.',
    },
    {
      at: { typescript: 'AbortSignal.timeout(500)' },
      text: 'A signal that goes off by itself. `Promise.race` with a timer would only look away: the goose would cook on.',
    },
  ]),
  changes: [
    {
      task: 'Let the goose have six seconds.',
      edit: {
        python: { from: 'timeout=0.5', to: 'timeout=6' },
        typescript: { from: 'AbortSignal.timeout(500)', to: 'AbortSignal.timeout(6000)' },
      },
      prediction: {
        question: 'The goose needs 5 s, and may now take 6. What is the last line?',
        choices: ['"goose: not in time"', '"goose, hot"', '"goose: taken off the stove"'],
        right: 1,
        why: 'It is done before its time is up, and the limit never strikes.',
      },
    },
    {
      task: 'Let the guest leave after 6 seconds instead of 0.3.',
      edit: {
        python: {
          from: 'await asyncio.sleep(0.3)',
          to: 'await asyncio.sleep(6)',
        },
        typescript: { from: 'await sleep(300)', to: 'await sleep(6000)' },
      },
      prediction: {
        question: 'The roast needs 5 s, the guest leaves after 6 s and cancels. What becomes of the roast?',
        choices: ['It is cancelled', 'It is done: there is nothing to cancel', 'It fails with an error'],
        right: 1,
        why: 'Only what is still pending can be cancelled. A task that is done stays done.',
      },
    },
  ],
};
