import { cases } from './harness';

const given = `import asyncio

async def work(n=0):
    await asyncio.sleep(n)

`;
const inMain = (line: string): string =>
  `${given}async def main():\n    ${line}\n    await asyncio.sleep(3)\n`;
const withSet = (lines: string, rest = ''): string =>
  `import asyncio\n\nbackground_tasks = set()\n\nasync def work(n=0):\n    await asyncio.sleep(n)\n\nasync def main():\n    ${lines}\n    await asyncio.sleep(3)\n${rest}`;
const keeping = (name: string): string =>
  `background_tasks.add(${name})\n    ${name}.add_done_callback(background_tasks.discard)`;

describe('dropped-task in Python', () => {
  cases(
    'dropped-task',
    [
      {
        code: inMain('«asyncio.create_task(work())»  # note'),
        fixed: withSet(`task = asyncio.create_task(work())  # note\n    ${keeping('task')}`),
        preferred: false,
        message: /is not kept/,
        others: [
          `${given}async def main():\n    task = asyncio.create_task(work())  # note\n    await asyncio.sleep(3)\n    await task\n`,
          inMain('await work()  # note'),
        ],
      },
      {
        code: inMain('t = «asyncio.create_task(work(1))»'),
        fixed: withSet(`t = asyncio.create_task(work(1))\n    ${keeping('t')}`),
        preferred: false,
        message: /put in `t` and never used again/,
      },
      { code: inMain('«asyncio.ensure_future(work())»') },
      { code: inMain('loop = asyncio.get_running_loop(); «loop.create_task(work())»'), fixed: null },
      { code: inMain('[«asyncio.create_task(work(n))» for n in range(3)]'), fixed: null },
      { code: inMain('_ = «asyncio.create_task(work())»') },
      { code: inMain('task: asyncio.Task = «asyncio.create_task(work())»') },
      { code: 'from asyncio import create_task as go\n\nasync def f(x):\n    «go(x())»\n' },
      {
        code: 'import asyncio\n\nclass A:\n    def __init__(self):\n        self.loop = asyncio.get_event_loop()\n\n    def start(self):\n        «self.loop.create_task(self.run())»\n\n    async def run(self):\n        await asyncio.sleep(1)\n',
      },
      {
        code: 'import asyncio\n\nasync def f(x):\n    if x:\n        t = «asyncio.create_task(x())»\n    return 1\n',
      },
      { code: inMain('if «asyncio.create_task(work())»: print(1)'), fixed: null },

      { code: inMain('t = «asyncio.create_task(work())»\n    t = asyncio.create_task(work())\n    await t') },
    ],
    [
      inMain('t = asyncio.create_task(work()); await t'),
      inMain('tasks = [asyncio.create_task(work(n)) for n in range(3)]; await asyncio.gather(*tasks)'),
      inMain('tasks.append(asyncio.create_task(work()))'),
      inMain('self.task = asyncio.create_task(work())'),
      inMain('await asyncio.create_task(work())'),
      inMain('asyncio.create_task(work()).add_done_callback(print)'),
      inMain('t = asyncio.create_task(work()); t.add_done_callback(print)'),
      inMain('return asyncio.create_task(work())'),
      inMain('async with asyncio.TaskGroup() as tg: tg.create_task(work())'),
      inMain('nursery.start_soon(work)'),
      inMain('f = lambda: asyncio.create_task(work())'),
      inMain('loop = asyncio.get_running_loop()\n    loop.call_soon(lambda: asyncio.create_task(work()))'),
      inMain('keep(asyncio.create_task(work()))'),
      inMain('global t\n    t = asyncio.create_task(work())'),
      inMain('t = asyncio.create_task(work())\n    def later(): return t'),
      'def create_task(x): pass\n\nasync def f():\n    create_task(1)\n',

      inMain('t = None\n    while True:\n        if t: await t\n        t = asyncio.create_task(work())'),
      inMain(
        't = asyncio.create_task(work())\n    try:\n        t = asyncio.create_task(work())\n    except OSError: pass\n    await t',
      ),
    ],
  );
});
