import { cases } from './harness';

const inMain = (line: string): string =>
  `import asyncio\n\nasync def work():\n    await asyncio.sleep(9)\n\nasync def main(other):\n    tasks = [asyncio.create_task(work())]\n    ${line}\n`;
const cancelled =
  'for task in pending:\n        task.cancel()\n    await asyncio.gather(*pending, return_exceptions=True)';

describe('leaked-timeout in Python', () => {
  cases(
    'leaked-timeout',
    [
      {
        code: inMain('done, pending = await «asyncio.wait(tasks, timeout=2)»\n    print(done)'),
        fixed: inMain(
          `done, pending = await asyncio.wait(tasks, timeout=2)\n    ${cancelled}\n    print(done)`,
        ),
        preferred: false,
        message: /nobody cancels or awaits them/,
      },
      {
        code: inMain('done, _ = await «asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)»'),
        fixed: inMain(
          `done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)\n    ${cancelled}`,
        ),
        preferred: false,
      },
      {
        code: inMain('await «asyncio.wait(tasks, timeout=2)»; print(len(tasks))'),
        fixed: null,
      },
      {
        code: `${inMain('await «asyncio.wait(tasks, timeout=2)»')}\ndef show(pending):\n    print(pending)\n`,
        fixed: `${inMain(`_, pending = await asyncio.wait(tasks, timeout=2)\n    ${cancelled}`)}\ndef show(pending):\n    print(pending)\n`,
        preferred: false,
      },
      {
        code: inMain('await «asyncio.wait(tasks, timeout=2)»  # short'),
        fixed: inMain(`_, pending = await asyncio.wait(tasks, timeout=2)  # short\n    ${cancelled}`),
        preferred: false,
      },
      {
        code: inMain(
          'done, pending = await «asyncio.wait([asyncio.create_task(work())], timeout=2)»\n    print(done, tasks)',
        ),
        fixed: inMain(
          `done, pending = await asyncio.wait([asyncio.create_task(work())], timeout=2)\n    ${cancelled}\n    print(done, tasks)`,
        ),
        preferred: false,
      },
      {
        code: inMain('await «asyncio.wait_for(asyncio.shield(work()), 2)»; print(tasks)'),
        fixed: inMain('await asyncio.wait_for(work(), 2); print(tasks)'),
        preferred: false,
        message: /nobody has a name to cancel or await it by/,
      },
      { code: inMain('await «asyncio.wait_for(asyncio.shield(asyncio.create_task(work())), timeout=2)»') },
      {
        code: inMain(
          'one = asyncio.create_task(work())\n    done, _ = await «asyncio.wait([one], timeout=2)»\n    if one not in done: raise TimeoutError\n    return one.result()',
        ),
        fixed: inMain(
          `one = asyncio.create_task(work())\n    done, pending = await asyncio.wait([one], timeout=2)\n    ${cancelled}\n    if one not in done: raise TimeoutError\n    return one.result()`,
        ),
        preferred: false,
      },
      {
        code: inMain(
          'named = {asyncio.create_task(work()): n for n in "ab"}\n    done, late = await «asyncio.wait(named, timeout=2)»\n    if late: print([named[t] for t in done])',
        ),
      },

      {
        code: inMain('result = await «asyncio.wait(tasks, timeout=2)»\n    print(len(result[0]))'),
        fixed: null,
      },
      { code: inMain('done = (await «asyncio.wait(tasks, timeout=2)»)[0]\n    print(done)'), fixed: null },
    ],
    [
      inMain('done, pending = await asyncio.wait(tasks, timeout=2)\n    for t in pending: t.cancel()'),
      inMain('done, pending = await asyncio.wait(tasks)'),
      inMain('done, pending = await asyncio.wait(tasks, timeout=None)'),
      inMain('done, _ = await asyncio.wait(tasks, timeout=2)\n    for t in tasks: t.cancel()'),
      inMain('done, _ = await asyncio.wait(tasks, timeout=2)\n    await asyncio.gather(*tasks)'),
      inMain(
        'one = asyncio.create_task(work())\n    while not one.done():\n        await asyncio.wait([one], timeout=2)\n    print(one.result())',
      ),
      inMain(
        'async with asyncio.TaskGroup() as group:\n        ours = [group.create_task(work())]\n        done, late = await asyncio.wait(ours, timeout=2)\n        print(done, len(late))',
      ),
      inMain(
        'named = {"a": asyncio.create_task(work())}\n    done, late = await asyncio.wait(named.values(), timeout=2)\n    named["a"].cancel()',
      ),
      inMain('await asyncio.wait(other, timeout=2)'),
      inMain('await asyncio.wait({self.reader}, timeout=2)'),
      inMain('await asyncio.wait([other.start(work())], timeout=2)'),
      inMain('await asyncio.wait_for(work(), 2)'),
      inMain('await asyncio.wait_for(asyncio.shield(tasks[0]), 2)'),
      inMain('result = await asyncio.wait(tasks, timeout=2)\n    print(result)'),

      inMain('result = await asyncio.wait(tasks, timeout=2)\n    print(result[0], result[1])'),
    ],
  );
});
