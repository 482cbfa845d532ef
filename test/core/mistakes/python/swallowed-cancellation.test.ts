import { cases } from './harness';

const inWorker = (handler: string, body = 'await asyncio.sleep(1)'): string =>
  `import asyncio\n\nasync def worker():\n    try:\n        ${body}\n    ${handler}\n`;

describe('swallowed-cancellation in Python', () => {
  cases(
    'swallowed-cancellation',
    [
      {
        code: inWorker('«except asyncio.CancelledError»:\n        pass'),
        fixed: inWorker('except asyncio.CancelledError:\n        raise'),
        preferred: false,
        message: /never learns that it was cancelled/,
      },
      {
        code: inWorker('«except asyncio.CancelledError»:\n        print("bye")  # why'),
        fixed: inWorker('except asyncio.CancelledError:\n        print("bye")  # why\n        raise'),
        preferred: false,
      },
      {
        code: inWorker('«except asyncio.CancelledError as e»: print(e)'),
        fixed: null,
      },
      {
        code: inWorker('«except (ValueError, asyncio.CancelledError)»:\n        return'),
        fixed: inWorker('except (ValueError, asyncio.CancelledError):\n        raise'),
        preferred: false,
      },
      {
        code: 'from asyncio import CancelledError, sleep\n\nasync def f():\n    while True:\n        try:\n            await sleep(1)\n        «except CancelledError»:\n            break\n',
        fixed:
          'from asyncio import CancelledError, sleep\n\nasync def f():\n    while True:\n        try:\n            await sleep(1)\n        except CancelledError:\n            raise\n',
        preferred: false,
      },
      {
        code: inWorker('«except»:\n        pass'),
        fixed: inWorker('except asyncio.CancelledError:\n        raise\n    except:\n        pass'),
        preferred: false,
        others: [inWorker('except Exception:\n        pass')],
      },
      {
        code: inWorker('«except BaseException as e»:\n        print(e)'),
        fixed: inWorker(
          'except asyncio.CancelledError:\n        raise\n    except BaseException as e:\n        print(e)',
        ),
        preferred: false,
        others: [inWorker('except Exception as e:\n        print(e)')],
      },
      {
        code: inWorker('«except asyncio.exceptions.CancelledError»:\n        pass', 'async with lock: pass'),
      },
      {
        code: 'import trio\n\nasync def f():\n    try:\n        await trio.sleep(1)\n    «except trio.Cancelled»:\n        pass\n',
      },
      {
        code: 'import anyio\n\nasync def f():\n    try:\n        await anyio.sleep(1)\n    «except anyio.get_cancelled_exc_class()»:\n        pass\n',
      },
      {
        code: inWorker('«except asyncio.CancelledError»:\n        raise RuntimeError("cancelled")'),
        fixed: inWorker('except asyncio.CancelledError:\n        raise'),
        preferred: false,
        message: /never learns that it was cancelled\.$/,
      },
      { code: inWorker('«except asyncio.CancelledError»:\n        return\n        raise'), fixed: null },

      {
        code: 'import asyncio\nfrom contextlib import suppress\n\nasync def tick():\n    with «suppress(asyncio.CancelledError)»:\n        while True:\n            await asyncio.sleep(1)\n',
        fixed: null,
        message: /`suppress\(asyncio.CancelledError\)` takes the cancellation of this task/,
      },
    ],
    [
      inWorker('except asyncio.CancelledError:\n        print("bye")\n        raise'),
      inWorker('except asyncio.CancelledError:\n        raise\n    except:\n        pass'),
      inWorker('except Exception:\n        pass'),
      inWorker('except asyncio.TimeoutError:\n        pass'),
      inWorker('except asyncio.CancelledError:\n        pass', 'print("nothing awaited")'),
      inWorker('except asyncio.CancelledError:\n        pass', 'await task'),
      inWorker('except asyncio.CancelledError:\n        pass', 'await asyncio.gather(*tasks)'),
      inWorker('except BaseException as e:\n        future.set_exception(e)'),
      inWorker('except asyncio.CancelledError:\n        if task.cancelling():\n            raise'),
      inWorker('except:\n        sys.exit(1)'),
      'import asyncio\n\nasync def main():\n    t = asyncio.create_task(work())\n    t.cancel()\n    try:\n        await asyncio.wait_for(t, 3)\n    except asyncio.CancelledError:\n        print("cancelled")\n',
      'import asyncio\n\ndef f():\n    try:\n        g()\n    except asyncio.CancelledError:\n        pass\n',
      'import asyncio\n\nasync def test_it():\n    try:\n        await asyncio.sleep(1)\n    except asyncio.CancelledError:\n        pass\n',
      'import asyncio\n\nclass A:\n    def start(self):\n        self.task = asyncio.create_task(self.run())\n\n    def stop(self):\n        self.task.cancel()\n\n    async def run(self):\n        try:\n            await asyncio.sleep(9)\n        except asyncio.CancelledError:\n            pass\n',
      inWorker('except asyncio.CancelledError as e:\n        raise Stopped(e)'),
      inWorker('except asyncio.CancelledError:\n        if stopping:\n            raise Stopped()'),
      inWorker('except:\n        raise Stopped()'),

      'import asyncio\nfrom contextlib import suppress\n\nasync def stop(task):\n    task.cancel()\n    with suppress(asyncio.CancelledError):\n        await task\n',
      'import asyncio\nfrom contextlib import suppress\n\nasync def tick():\n    with suppress(ValueError):\n        await asyncio.sleep(1)\n',
    ],
  );
});
