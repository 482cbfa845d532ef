import { code, diagram, output, statement, type Item } from './item';

export const queues: readonly Item[] = [
  statement('the order window', 'Between waiters and cooks there is a window'),
  statement('slow cooks: slips pile up', 'slips pile up'),
  statement('no slips: cooks wait', 'the cooks wait'),
  diagram('producers, queue, consumers', 'Between waiters and cooks: a window'),
  code(22, 'a producer, a consumer, join and cancel', {
    python: 'await window.join()',
    typescript: 'await Promise.all([waiter(window), cook(window)])',
  }),
  output('put in', 'waiter: order 1 is in the window'),
  output('taken out and done', 'cook: order 5 is done'),
  output('all done', 'all orders are done'),
  statement('unlimited or limited', 'without `maxsize` it is never full'),
  statement('put waits, put_nowait raises', '`put_nowait` raises `QueueFull`'),
  statement('get waits, get_nowait raises', '`get_nowait`: `QueueEmpty`'),
  statement('task_done', '`q.task_done()`'),
  statement('join', '`await q.join()`'),
  statement('qsize, empty, full', '`q.qsize()`, `empty()`, `full()`'),
  code(23, 'several producers and consumers, a bounded queue, consumers stopped at the end', {
    python: 'asyncio.gather(finder(queue, "menu"), finder(queue, "wine"))',
    typescript: "Promise.all([finder(queue, 'menu'), finder(queue, 'wine')])",
  }),
  code(24, 'no more than so many requests at a time', {
    python: 'for _ in range(workers)',
    typescript: 'Array.from({ length: workers }, () => worker(queue, fetched))',
  }),
  output('ten pages, three at a time, four rounds', '10 pages: 1.2 s'),
  diagram('full: put waits', 'Full: put waits'),
  diagram('empty: get waits', 'Empty: get waits'),
];
