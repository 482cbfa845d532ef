import { cases } from './harness';

const program = (body: string, end = 'await queue.join()'): string =>
  `import asyncio

async def worker(name, queue):
    while True:
        ${body}

async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(worker(n, queue)) for n in range(3)]
    await queue.put(1)
    ${end}
    for task in tasks:
        task.cancel()

asyncio.run(main())
`;

const shop = (name: string, take: string, done = 'pass', close = 'await self.orders.join()'): string =>
  `import asyncio\n\nclass ${name}:\n    def __init__(self):\n        self.orders = asyncio.Queue()\n\n    async def work(self):\n        return await ${take}\n\n    def done(self):\n        ${done}\n\n    async def close(self):\n        ${close}\n`;

describe('unfinished-queue-item in Python', () => {
  cases(
    'unfinished-queue-item',
    [
      {
        code: program(
          'item = await «queue.get()»\n        print(item)\n\n        await asyncio.sleep(1)  # work',
        ),
        fixed: program(
          'item = await queue.get()\n        try:\n            print(item)\n\n            await asyncio.sleep(1)  # work\n        finally:\n            queue.task_done()',
        ),
        message: /`queue.join\(\)` waits forever/,
      },
      {
        code: program('print(await «queue.get()»)'),
        fixed: program('print(await queue.get())\n        queue.task_done()'),
      },
      {
        code: program('item = await asyncio.wait_for(«queue.get()», 3)'),
        fixed: program('item = await asyncio.wait_for(queue.get(), 3)\n        queue.task_done()'),
      },
      {
        code: program(
          'try:\n            item = «queue.get_nowait()»\n        except asyncio.QueueEmpty:\n            break\n        print(item)',
        ),
        fixed: program(
          'try:\n            item = queue.get_nowait()\n        except asyncio.QueueEmpty:\n            break\n        try:\n            print(item)\n        finally:\n            queue.task_done()',
        ),
      },
      {
        code: program('item = await «queue.get()»\n        print("""a\n  b""", item)'),
        fixed: null,
      },
      {
        code: 'import asyncio\n\nasync def worker(queue: asyncio.Queue):\n    item = await «queue.get()»\n    print(item)\n',
        fixed:
          'import asyncio\n\nasync def worker(queue: asyncio.Queue):\n    item = await queue.get()\n    try:\n        print(item)\n    finally:\n        queue.task_done()\n',
        preferred: false,
      },
      {
        code: 'import asyncio\n\nasync def worker(queue: "asyncio.Queue[int]"):\n    print(await «queue.get()»)\n',
      },
      {
        code: 'import asyncio\n\nclass Shop:\n    def __init__(self):\n        self.orders = asyncio.Queue()\n\n    async def cook(self):\n        order = await «self.orders.get()»\n        print(order)\n\n    async def close(self):\n        await self.orders.join()\n',
      },
      {
        code: 'import asyncio\n\nq = asyncio.Queue()\n\nasync def cook():\n    print(await «q.get()»)\n\nasync def close():\n    await q.join()\n',
      },
      {
        code: `${shop('Shop', '«self.orders.get()»')}\n${shop('Bar', 'self.orders.get()', 'self.orders.task_done()')}`,
        fixed: null,
      },

      {
        code: program(
          'item = await «queue.get()»\n        if item in seen:\n            continue\n        print(item)  # new\n        queue.task_done()',
        ),
        fixed: program(
          'item = await queue.get()\n        try:\n            if item in seen:\n                continue\n            print(item)  # new\n        finally:\n            queue.task_done()',
        ),
        preferred: false,
        message: /the way over line 7 skips `task_done\(\)`/,
      },
      {
        code: program(
          'item = await «queue.get()»\n        try:\n            print(1 / item)\n            queue.task_done()\n        except ZeroDivisionError:\n            print("bad")',
        ),
        preferred: false,
      },
      {
        code: program(
          'try:\n            item = await «queue.get()»\n            print(item)\n            queue.task_done()\n        except Exception as error:\n            print(error)',
        ),
        preferred: false,
      },
      {
        code: program(
          'item = await «queue.get()»\n        if item > 0:\n            queue.task_done()\n        elif item < 0:\n            return',
        ),
        fixed: program(
          'item = await queue.get()\n        try:\n            if item > 0:\n                pass\n            elif item < 0:\n                return\n        finally:\n            queue.task_done()',
        ),
        preferred: false,
      },
      {
        code: 'import asyncio\n\nclass Shop:\n    def __init__(self):\n        self.orders = asyncio.Queue()\n\n    async def cook(self):\n        print(await «self.orders.get()»)\n\n    async def wash(self):\n        print(await self.orders.get())\n        self.orders.task_done()\n\n    async def close(self):\n        await self.orders.join()\n',
      },
    ],
    [
      program('item = await queue.get()\n        print(item)\n        queue.task_done()'),
      program('item = await queue.get()', 'await asyncio.gather(*tasks)'),
      program('item = await queue.get()\n        finish(queue, item)'),
      'import queue\n\nasync def worker(q: queue.Queue):\n    q.get_nowait()\n    q.join\n',
      'import asyncio\n\nasync def f(q):\n    item = await q.get()\n',
      `${shop('Shop', 'self.orders.get()', 'pass', 'pass')}\n${shop('Bar', 'self.orders.get()', 'self.orders.task_done()')}`,
      `${shop('Shop', 'self.orders.get()')}\n${shop('Bar(Shop)', 'self.orders.get()', 'self.orders.task_done()')}`,
      'import asyncio\n\nasync def f():\n    q = asyncio.Queue()\n    await q.put(1)\n    print(await q.get())\n',
      'import asyncio\n\nclass Shop:\n    def __init__(self):\n        self.orders = asyncio.Queue()\n\n    async def take(self):\n        return await self.orders.get()\n\n    def done(self):\n        self.orders.task_done()\n\n    async def close(self):\n        await self.orders.join()\n',

      ...[
        'item = await queue.get()\n        if item is None:\n            queue.task_done()\n            continue\n        print(item)\n        queue.task_done()',
        'item = await queue.get()\n        if item is None:\n            break\n        print(item)\n        queue.task_done()',
        'item = await queue.get()\n        if item:\n            queue.task_done()\n        else:\n            raise ValueError(item)',
        'item = await queue.get()\n        try:\n            print(1 / item)\n        except ZeroDivisionError:\n            continue\n        finally:\n            queue.task_done()',
        'try:\n            item = await asyncio.wait_for(queue.get(), 1)\n        except asyncio.TimeoutError:\n            item = None\n        if item:\n            queue.task_done()',
        'try:\n            item = await asyncio.wait_for(queue.get(), 1)\n            print(item)\n            queue.task_done()\n        except asyncio.TimeoutError:\n            continue',
        'batch.append(await queue.get())\n        if len(batch) > 9:\n            for _ in batch:\n                queue.task_done()',
        'if name:\n            queue.task_done()\n        item = await queue.get()',
      ].map((body) => program(body)),
    ],
  );
});
