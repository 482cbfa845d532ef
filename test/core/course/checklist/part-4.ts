import { events } from './4.5';
import { queues } from './4.4';
import { tasks } from './4.3';
import { code, diagram, output, statement, type PartChecklist } from './item';

export const partFour: PartChecklist<'part-4'> = {
  '4.1': [
    code(12, 'a function that says when it starts and ends', {
      python: 'print(f"{dish}: start")',
      typescript: 'console.log(`${dish}: start`)',
    }),
    code(13, 'three awaits in a row', {
      python: 'stew = await cook("stew", 1)',
      typescript: "const stew = await cook('stew', 1);",
    }),
    output('the waits add up', 'soup, stew, cake: 3.0 s'),
    statement('each line waits for the one above', 'each line waits for the end of the one above it'),
    statement('nothing useful is done in the pauses', 'there are no others'),
    diagram('three awaits in a row', 'Three awaits, a second each'),
  ],
  '4.2': [
    code(14, 'three together', {
      python: 'dishes = await asyncio.gather(',
      typescript: 'const dishes = await Promise.all(',
    }),
    output('the time of the slowest', 'soup, bread, stew: 1.0 s'),
    statement('as long as the slowest', 'It takes as long as the **slowest**'),
    diagram('in a row and together', 'One await after another: 6 seconds', 'answer.svg'),
    code(15, 'results in the order of the calls', {
      python: "', '.join(dishes)",
      typescript: "dishes.join(', ')",
    }),
    statement('the order of the inputs', '**in the order of the calls**'),
    code(16, 'one fails: raise at once, or errors as results', {
      python: 'return_exceptions=True',
      typescript: 'Promise.allSettled(',
    }),
    output('raised at once', 'raised at once: cake is burnt'),
    output('an error as a result', 'error: tart is burnt'),
  ],
  '4.3': tasks,
  '4.4': queues,
  '4.5': events,
  '4.6': [
    code(29, 'many requests together', {
      python: 'await asyncio.gather(*(safe_get(market) for market in markets))',
      typescript: 'await Promise.all(markets.map((market) => safeGet(market)))',
    }),
    output('all are asked before any has answered', 'asking west'),
    output('one second for all', '3 of 4 prices in 1.0 s'),
    output('each answer at its address', '  north: 2.10'),
    code(30, 'each request catches its own failure', {
      python: 'async def safe_get(',
      typescript: 'async function safeGet(',
    }),
    output('the failure is told', '  west does not answer'),
    statement('sort the good from the bad', 'Afterwards sort them, use the good ones'),
    diagram('answers and failures', 'Ask together, sort afterwards'),
  ],
};
