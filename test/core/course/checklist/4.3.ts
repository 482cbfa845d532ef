import { code, diagram, output, statement, type Item } from './item';

export const tasks: readonly Item[] = [
  statement('await: stand and wait', 'go to the kitchen, and wait there'),
  statement('create_task: hand in, look after it later', 'hand in the order, go on, and fetch it later'),
  diagram('both on a time scale', 'create_task: hand it in, and go on'),
  code(17, 'in the background, asked whether it is done', {
    python: 'task = asyncio.create_task(cook("pasta", 1.0), name="pasta order")',
    typescript: "const order = cook('pasta', 1.0)",
  }),
  output('not done at first', { python: 'pasta order, done: False', typescript: 'pasta order, done: false' }),
  output('not done when the table is laid', {
    python: 'table laid, done: False',
    typescript: 'table laid, done: false',
  }),
  output('its result in the end', 'pasta, hot'),
  diagram('the life of a task', 'The life of a task'),
  statement('done in any final state', 'true in any final state'),
  statement('cancelled', '`task.cancelled()`'),
  statement('result', '`task.result()`'),
  statement('exception', '`task.exception()`'),
  code(18, 'name, state and result of a task', {
    python: 'print(f"done: {task.done()}, result: {task.result()}")',
    typescript: 'result: ${await order}',
  }),
  code(19, 'cancelled while it works, with time to clean up', {
    python: 'task.cancel()',
    typescript: 'guest.abort();',
  }),
  output('it cleans up', 'roast: taken off the stove'),
  output('it is cancelled', {
    python: 'roast, done: True, cancelled: True',
    typescript: 'roast, AbortError: true',
  }),
  statement('pass the cancellation on', 'must **raise it again**'),
  code(20, 'several tasks, each with a name, awaited one by one', {
    python: 'for task in tasks:',
    typescript: 'for (const { dish, order } of orders)',
  }),
  output('each is reported', 'cake: cake, hot'),
  statement('gather for all results at once', 'Use `gather` when you want all results at once'),
  statement('tasks to go on, ask and cancel', 'Use tasks when you work on meanwhile'),
  code(21, 'a limit on the time', {
    python: 'asyncio.wait_for(cook("goose", 5.0), timeout=0.5)',
    typescript: 'AbortSignal.timeout(500)',
  }),
  output('too late', 'goose: not in time'),
];
