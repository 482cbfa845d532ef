import { code, diagram, output, statement, type PartChecklist } from './item';

export const partFive: PartChecklist<'part-5'> = {
  '5.1': [
    diagram('the tree: mostly waiting?', 'Does it mostly wait'),
    diagram('many operations?', 'Many waits that do not'),
    diagram('calculating?', 'Does it calculate'),
    diagram('use async', 'Use async'),
    diagram('plain code is fine', 'Plain code is fine'),
    diagram('use processes', 'Processes'),
    statement('keep it simple', 'plain code is simpler, and just as fast'),
    output('many independent requests gain', 'independent: 3 x 0.5 s, took 0.5 s, async gains'),
  ],
  '5.2': [
    statement('web servers', '**Web servers**'),
    statement('clients of many services', 'ten requests in a row take ten times as long'),
    statement('chats', '**Chats and live pages.**'),
    statement('databases and pools', 'A **pool** of connections'),
    diagram('the four kinds', 'thousands of requests'),
    output('ten exchanges at once', 'best of 10 prices: 2.0, after 1.0 s'),
  ],
  '5.3': [
    statement('images and video', 'pictures and video'),
    statement('machine learning', 'machine learning'),
    statement('compression and encryption', 'compression and encryption of large files'),
    statement('heavy calculation', 'simulations, and heavy calculation of any kind'),
    statement('where to send each', 'NumPy, Cython, a graphics card'),
    diagram('six seconds on one loop', 'On one loop: three calculations stand in line'),
    diagram('two in processes', 'true parallelism'),
    code(36, 'a calculation that freezes the loop, and the executor that does not', {
      python: 'loop.run_in_executor(kitchen, sum, range(10_000_000))',
      typescript: 'const kitchen = new Worker(',
    }),
    output('frozen', {
      python: 'here: 49999995000000, the clock stood still',
      typescript: 'here: 450000000, the clock stood still',
    }),
    output('free', {
      python: 'next door: 49999995000000, the clock ticked on',
      typescript: 'next door: 450000000, the clock ticked on',
    }),
  ],
  '5.4': [
    code(31, 'a blocking sleep, and its cure', {
      python: 'time.sleep(0.5)  # 1',
      typescript: 'while (Date.now() < end); // 1',
    }),
    code(32, 'three of them together', {
      python: 'await asyncio.gather(serve(1), serve(2), serve(3))',
      typescript: 'await Promise.all([serve(1), serve(2), serve(3)])',
    }),
    output('the waits add up all the same', 'three tables: 1.5 s'),
    code(33, 'a forgotten await', { python: 'send_bill(1)  # 2', typescript: 'sendBill(1); // 2' }),
    code(34, 'a runner inside async code', {
      python: 'asyncio.run(late)  # 3',
      typescript: 'new Promise<void>(async (resolve)',
    }),
    code(35, 'async for one simple thing', {
      python: 'async def menu() -> str:',
      typescript: 'async function menu(): Promise<string>',
    }),
    statement('the rule of thumb', 'Use it when there are **many** waits that can overlap'),
    statement('async is not always faster', '"Async is always faster."'),
    statement('there is one thread', 'Forgetting that there is one thread'),
    statement('the executor', '`run_in_executor` with processes'),
    diagram('five mistakes', 'Five mistakes, and their cures'),
  ],
};
