import type { ClosingItem } from './item';

const item = (page: string) => (says: string, text: string) => ({ says, page, text });
const card = item('quick-reference.md');
const summary = item('summary.md');
const onward = item('where-this-leads.md');

/** The lecture's two reference cards, its summary, and where it leads. */
export const closing: readonly ClosingItem[] = [
  card('define', 'async def f() -> str'),
  card('call', 'result = await f()'),
  card('start', 'asyncio.run(main())'),
  card('together', 'await asyncio.gather(f(), g())'),
  card('in the background', 'task = asyncio.create_task(f()'),
  card('sleep', 'await asyncio.sleep(1.0)'),
  card('mistake: blocking sleep', '`time.sleep()`'),
  card('mistake: requests', '`requests.get()`'),
  card('mistake: forgotten await', 'a forgotten `await`'),
  card('mistake: run twice', '`asyncio.run()` twice'),
  card('tasks: name', 'name="tea"'),
  card('tasks: done', 'task.done()'),
  card('tasks: cancel', 'task.cancel()'),
  card('tasks: result', 'task.result()'),
  card('tasks: await', 'result = await task'),
  card('queues', 'queue = asyncio.Queue(maxsize=10)'),
  card('queues: put', 'await queue.put(x)'),
  card('queues: get', 'x = await queue.get()'),
  card('queues: task_done', 'queue.task_done()'),
  card('queues: join', 'await queue.join()'),
  card('events', 'event = asyncio.Event()'),
  card('events: set', 'event.set()'),
  card('events: clear', 'event.clear()'),
  card('events: is_set', 'event.is_set()'),
  card('events: wait', 'await event.wait()'),
  card('patterns', 'Work in the background: a task.'),
  summary('async is smart waiting', 'async is smart waiting'),
  summary('other code runs during a wait', '**other code run meanwhile**'),
  summary('cooperative', '**cooperative multitasking**'),
  summary('manager', 'the **event loop**'),
  summary('waiters who pause', 'a **coroutine**'),
  summary('await', 'I wait for the kitchen, help other tables'),
  summary('gather', 'all orders first, then wait for all of them'),
  onward('a tool that fetches prices', 'A small tool of your own'),
  onward('FastAPI', 'FastAPI'),
  onward('httpx', 'httpx'),
  onward('Celery', 'Celery'),
  onward('WebSockets', 'WebSockets'),
];
