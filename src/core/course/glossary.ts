import * as l10n from '@vscode/l10n';
import type { Language } from '../language';
import { eachIn, termIn } from './translate';

/** The field's words, as the course uses them. */
export const termIds = [
  'async-function',
  'await',
  'awaitable',
  'blocking',
  'callback',
  'cancellation',
  'concurrency',
  'coroutine',
  'event',
  'event-loop',
  'executor',
  'future',
  'gather',
  'gil',
  'microtask',
  'parallelism',
  'process',
  'promise',
  'queue',
  'runner',
  'semaphore',
  'sleep',
  'task',
  'task-group',
  'thread',
  'timeout',
] as const;
export type TermId = (typeof termIds)[number];

export interface Term {
  /** As it stands in a sentence. */
  readonly name: string;
  /** Other forms of it in a text, such as plurals. */
  readonly forms: readonly string[];
  /** What it means, in one to three sentences, Markdown. */
  readonly meaning: Readonly<Record<Language, string>>;
  /** The lecture's section that teaches it. */
  readonly section: string;
  /** What it explains in code: dotted names, keywords, and methods of any object with a dot in front. */
  readonly code: Readonly<Record<Language, readonly string[]>>;
}

const both = (meaning: string): Term['meaning'] => ({ python: meaning, typescript: meaning });

const inEnglish: Readonly<Record<TermId, Term>> = {
  'async-function': {
    name: 'async function',
    forms: ['async functions', 'coroutine function', 'coroutine functions'],
    meaning: {
      python:
        'A function with `async def`. Calling it makes a coroutine and runs nothing of it yet; `await` or a task runs it.',
      typescript:
        'A function with `async`. Calling it runs it at once, up to its first `await`, and gives a promise of its result.',
    },
    section: '3.1',
    code: { python: ['async'], typescript: ['async'] },
  },
  await: {
    name: 'await',
    forms: ['awaits', 'awaited', 'awaiting'],
    meaning: {
      python:
        'Waits for an awaitable and gives its result. While it waits, the function is paused and the event loop is free for others.',
      typescript:
        'Waits for a promise and gives its value. The function is paused here, at least until the next microtask, and the event loop is free for others.',
    },
    section: '2.4',
    code: { python: ['await'], typescript: ['await'] },
  },
  awaitable: {
    name: 'awaitable',
    forms: ['awaitables', 'thenable', 'thenables'],
    meaning: {
      python: 'Anything that `await` takes: a coroutine, a task, a future, or an object with `__await__`.',
      typescript:
        'Anything that `await` waits for: a promise, or an object with a `then` method. Any other value passes through.',
    },
    section: '2.4',
    code: { python: ['Awaitable', 'typing.Awaitable'], typescript: ['PromiseLike', 'Awaited'] },
  },
  blocking: {
    name: 'blocking',
    forms: ['blocks', 'blocked', 'blocking call', 'blocking calls'],
    meaning: both(
      'A call blocks when the thread can do nothing else until it comes back. In async code that stops every task, not only the one that called.',
    ),
    section: '1.2',
    code: { python: ['time.sleep'], typescript: ['Atomics.wait'] },
  },
  callback: {
    name: 'callback',
    forms: ['callbacks'],
    meaning: both('A function that is handed over, to be called when something has happened.'),
    section: '2.2',
    code: {
      python: ['.add_done_callback', '.call_soon', '.call_later'],
      typescript: ['setImmediate', '.then', '.catch', '.finally'],
    },
  },
  cancellation: {
    name: 'cancellation',
    forms: ['cancel', 'cancels', 'cancelled'],
    meaning: {
      python:
        'A request to end: `task.cancel()` raises `CancelledError` in the task where it waits. It may clean up, and should then raise it again.',
      typescript:
        'A request to end. A promise cannot be cancelled; an `AbortController` tells the work through its signal, and the work ends itself.',
    },
    section: '4.3',
    code: {
      python: ['asyncio.CancelledError', '.cancel', '.cancelled'],
      typescript: ['AbortController', 'AbortSignal', '.abort'],
    },
  },
  concurrency: {
    name: 'concurrency',
    forms: ['concurrent', 'concurrently'],
    meaning: both(
      'Several things are under way at the same time, although perhaps only one of them is worked on at any moment.',
    ),
    section: '2.1',
    code: { python: [], typescript: [] },
  },
  coroutine: {
    name: 'coroutine',
    forms: ['coroutines', 'coroutine object'],
    meaning: {
      python:
        'What a call of an async function gives: a paused piece of work. It runs when it is awaited or made a task, and can be awaited once.',
      typescript:
        'A function that can pause and go on later. In JavaScript an async function is one, and it starts at once when it is called.',
    },
    section: '2.3',
    code: { python: ['Coroutine', 'asyncio.iscoroutine'], typescript: [] },
  },
  event: {
    name: 'event',
    forms: ['events'],
    meaning: {
      python:
        'Something that has happened, such as an answer that is there. An `asyncio.Event` is a flag to wait for: `wait()` returns once somebody has called `set()`, and at once from then on.',
      typescript:
        'Something that has happened, and the signal to whoever listens. `once(emitter, name)` of `node:events` gives a promise of the next one.',
    },
    section: '4.5',
    code: { python: ['asyncio.Event'], typescript: ['EventEmitter', 'EventTarget'] },
  },
  'event-loop': {
    name: 'event loop',
    forms: ['event loops', 'the loop'],
    meaning: {
      python:
        'The manager: it runs one ready task at a time until that waits, and sleeps when all of them wait. `asyncio.run` starts it.',
      typescript:
        'The manager: it runs one piece of ready work at a time until that is done, and sleeps when there is none. It is always there.',
    },
    section: '2.2',
    code: {
      python: ['asyncio.get_running_loop', 'asyncio.get_event_loop', 'asyncio.new_event_loop'],
      typescript: [],
    },
  },
  executor: {
    name: 'executor',
    forms: ['executors', 'worker thread', 'worker threads'],
    meaning: {
      python:
        'Threads or processes beside the event loop for work that would block it. `asyncio.to_thread` takes one thread of the default executor.',
      typescript:
        'A worker thread has an event loop of its own, takes work that would block this one, and is spoken to by messages. The executor of `new Promise` is another thing: the function that you hand it.',
    },
    section: '5.3',
    code: {
      python: ['asyncio.to_thread', '.run_in_executor', 'ThreadPoolExecutor', 'ProcessPoolExecutor'],
      typescript: ['Worker', 'parentPort'],
    },
  },
  future: {
    name: 'future',
    forms: ['futures'],
    meaning: {
      python: 'A result that is not there yet. A task is a future whose result is that of a coroutine.',
      typescript: 'A result that is not there yet: in JavaScript, a promise.',
    },
    section: '2.4',
    code: { python: ['asyncio.Future', '.create_future'], typescript: [] },
  },
  gather: {
    name: 'gather',
    forms: ['gathers', 'gathered'],
    meaning: {
      python:
        'Runs several awaitables together and gives their results in the order they were passed. When one fails, `gather` raises at once and the others go on.',
      typescript:
        'Waits for several promises together and gives their values in the order they were passed. When one fails, `Promise.all` rejects at once and the others go on; `allSettled` waits for all.',
    },
    section: '4.2',
    code: { python: ['asyncio.gather'], typescript: ['Promise.all', 'Promise.allSettled'] },
  },
  gil: {
    name: 'GIL',
    forms: ['global interpreter lock'],
    meaning: {
      python:
        'The global interpreter lock: only one thread at a time runs Python code. While it waits for the outside, a thread lets it go.',
      typescript:
        'Python’s global interpreter lock: only one thread at a time runs Python code. Node’s worker threads have nothing like it.',
    },
    section: '2.1',
    code: { python: [], typescript: [] },
  },
  microtask: {
    name: 'microtask',
    forms: ['microtasks'],
    meaning: {
      python:
        'JavaScript’s word for what goes on as soon as the running code is done, before any timer. In asyncio, `call_soon` comes nearest.',
      typescript:
        'What goes on as soon as the running code is done, before any timer: the rest of a function after an `await`, and callbacks of `then`. `process.nextTick` has a list of its own beside it.',
    },
    section: '2.2',
    code: { python: [], typescript: ['queueMicrotask', 'process.nextTick'] },
  },
  parallelism: {
    name: 'parallelism',
    forms: ['parallel'],
    meaning: both(
      'Several things are worked on at the very same moment, by several processors. Async code alone does not give it.',
    ),
    section: '2.1',
    code: { python: [], typescript: [] },
  },
  process: {
    name: 'process',
    forms: ['processes'],
    meaning: both(
      'A program that runs, with memory of its own. Several processes run on several processor cores at the same moment.',
    ),
    section: '2.1',
    code: { python: ['multiprocessing.Process'], typescript: [] },
  },
  promise: {
    name: 'promise',
    forms: ['promises'],
    meaning: {
      python: 'JavaScript’s word for a result that is not there yet; in asyncio, a task or a future.',
      typescript:
        'A result that is not there yet: pending, then fulfilled with a value or rejected with an error. The work behind it has started already.',
    },
    section: '3.1',
    code: {
      python: [],
      typescript: ['Promise', 'Promise.withResolvers', 'Promise.resolve', 'Promise.reject'],
    },
  },
  queue: {
    name: 'queue',
    forms: ['queues'],
    meaning: {
      python:
        'A line between producers and consumers: `put` waits while it is full, `get` while it is empty, `join` until each item was reported by `task_done`.',
      typescript:
        'A line between producers and consumers. Node has streams and async iterators for it; they too make a fast producer wait.',
    },
    section: '4.4',
    code: {
      python: ['asyncio.Queue', '.task_done', 'asyncio.PriorityQueue', 'asyncio.LifoQueue'],
      typescript: [],
    },
  },
  runner: {
    name: 'runner',
    forms: ['runners'],
    meaning: {
      python:
        'What starts an event loop, runs one coroutine to its end and closes the loop again. Once a program, and never inside async code.',
      typescript:
        'What starts an event loop. Node needs none: its loop runs as long as there is something to wait for.',
    },
    section: '3.3',
    code: { python: ['asyncio.run', 'asyncio.Runner', '.run_until_complete'], typescript: [] },
  },
  semaphore: {
    name: 'semaphore',
    forms: ['semaphores'],
    meaning: both(
      'A number of permits. Whoever takes the last one makes the next wait: so many at a time, and no more.',
    ),
    section: '5.2',
    code: { python: ['asyncio.Semaphore', 'asyncio.BoundedSemaphore'], typescript: [] },
  },
  sleep: {
    name: 'sleep',
    forms: ['sleeps'],
    meaning: {
      python:
        'Waits for some time and leaves the event loop to others meanwhile, unlike `time.sleep`, which blocks it.',
      typescript: 'Asks for a call after some time. With `node:timers/promises` it can be awaited.',
    },
    section: '2.4',
    code: { python: ['asyncio.sleep'], typescript: ['setTimeout', 'setInterval'] },
  },
  task: {
    name: 'task',
    forms: ['tasks'],
    meaning: {
      python:
        'A coroutine that the event loop runs on its own, beside the one that made it. Keep it and await it: the loop alone does not hold on to it.',
      typescript:
        'A piece of work that runs on its own. A promise that was not awaited at once is the nearest thing to it.',
    },
    section: '4.3',
    code: {
      python: ['asyncio.create_task', 'asyncio.ensure_future', 'asyncio.Task', '.create_task'],
      typescript: [],
    },
  },
  'task-group': {
    name: 'task group',
    forms: ['task groups'],
    meaning: {
      python:
        'Tasks that belong together: the `async with` ends when all have ended, and when one fails, the others are cancelled. Python 3.11 or newer.',
      typescript: 'Python’s tasks that end together. `Promise.all` comes nearest, but cancels nothing.',
    },
    section: '4.2',
    code: { python: ['asyncio.TaskGroup'], typescript: [] },
  },
  thread: {
    name: 'thread',
    forms: ['threads'],
    meaning: both(
      'What runs the lines of a program, one after another. Async code shares one thread: while one piece of it runs, all others stand still.',
    ),
    section: '1.2',
    code: { python: ['threading.Thread'], typescript: [] },
  },
  timeout: {
    name: 'timeout',
    forms: ['timeouts'],
    meaning: {
      python:
        'A limit for a wait: when it is over, what was waited for is cancelled and `TimeoutError` is raised. `asyncio.wait` does neither: it hands back what is still pending.',
      typescript:
        'A limit for a wait. `Promise.race` with a timer only stops waiting; `AbortSignal.timeout` also tells the work to end.',
    },
    section: '4.3',
    code: {
      python: ['asyncio.timeout', 'asyncio.wait_for', 'asyncio.wait'],
      typescript: ['Promise.race', 'AbortSignal.timeout'],
    },
  },
};

export const glossary = eachIn(inEnglish, termIn, (english) => l10n.t(english));

/** The term that explains a dotted name or keyword of a program, undefined when none does. */
export function termOfCode(language: Language, name: string): TermId | undefined {
  const method = `.${name.split('.').at(-1) ?? ''}`;
  const wanted = name.includes('.') ? [name, method] : [name];
  for (const candidate of wanted) {
    const found = termIds.find((id) => glossary[id].code[language].includes(candidate));
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
