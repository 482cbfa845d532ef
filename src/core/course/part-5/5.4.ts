import type { Section } from '../section';
import { tour } from '../tour';

export const commonMistakes: Section = {
  id: '5.4',
  part: 'part-5',
  title: 'Common mistakes',
  minutes: 10,
  folder: '5.4-common-mistakes',
  buildsOn: ['1.2', '2.3', '3.3', '5.3'],
  teaches: 'You can find the five usual mistakes in a program, and mend each of them.',
  step: {
    text: [
      'Five mistakes that everybody makes: a call that blocks, a forgotten `await`, a runner inside async code, `async` where nothing waits, and a long calculation on the loop.',
      'The demo makes all five, and the editor underlines them. What do they cost? Three tables are served "together", half a second each. Predict, run, then mend them one by one: each light bulb explains and helps.',
    ],
    alt: 'Five mistakes with their cures: blocking call, missing await, nested runner, needless async, long calculation.',
  },
  prediction: {
    question:
      'Three tables are served with `gather` or `Promise.all`, 0.5 s each, but each blocks. How long is it?',
    choices: ['0.5 s', '1.0 s', '1.5 s'],
    right: 2,
    why: 'A blocking wait gives nothing away: the second table begins when the first is done. All is lost that was gained.',
  },
  notes: tour([
    {
      at: { python: 'time.sleep(0.5)  # 1', typescript: 'while (Date.now() < end); // 1' },
      text: '**1. A blocking call.** Await its twin: `asyncio.sleep`, or the timers of `node:timers/promises`. Where there is none, move the call to a thread.',
    },
    {
      at: { python: 'send_bill(1)  # 2' },
      text: '**2. A forgotten `await`.** The coroutine never runs, and Python warns when it is thrown away. Put `await` in front.',
    },
    {
      at: { typescript: 'sendBill(1); // 2' },
      text: '**2. A forgotten `await`.** The bill is on its way, but nobody waits for it or hears its error. Put `await` in front.',
    },
    {
      at: { python: 'asyncio.run(late)  # 3' },
      text: '**3. A runner inside async code.** It is refused: a loop runs already. Write `await late`.',
    },
    {
      at: { typescript: '// 3: a second, hidden async function' },
      text: '**3. An async function given to `new Promise`.** An error in it does not reach that promise: it ends the program. Await the call directly.',
    },
    {
      at: { python: 'async def menu()', typescript: 'async function menu()' },
      text: '**4. `async` for nothing.** For one simple thing plain code is simpler, and a little faster. Async is not speed; it is waiting for many things at once.',
    },
    {
      at: { python: 'return sum(range(10_000_000))', typescript: 'for (let drawer = 0' },
      text: '**5. A calculation on the loop.** One thread, so everybody waits. Send it to a process or a worker, and await that.',
    },
  ]),
  changes: [
    {
      task: 'Mend the first mistake: let the waiter wait without blocking.',
      edit: {
        python: { from: 'time.sleep(0.5)  #', to: 'await asyncio.sleep(0.5)  #' },
        typescript: { from: 'while (Date.now() < end);', to: 'await sleep(end - Date.now());' },
      },
      prediction: {
        question: 'The wait no longer blocks. How long do the three tables take now?',
        choices: ['0.5 s', '1.0 s', '1.5 s'],
        right: 0,
        why: 'Now the three waits lie on top of each other.',
      },
    },
    {
      task: 'Mend the second mistake: await the first bill.',
      edit: {
        python: { from: 'send_bill(1)  #', to: 'await send_bill(1)  #' },
        typescript: { from: 'sendBill(1); //', to: 'await sendBill(1); //' },
      },
      prediction: {
        question: 'Both bills are awaited now. In which order are they paid?',
        choices: ['Table 1, then table 2', 'Table 2, then table 1', 'Only table 2 is paid'],
        right: 0,
        why: 'The first is waited for to its end before the second is even made.',
      },
    },
  ],
};
