import type { Facts } from './facts';

const loops = ['asyncio.AbstractEventLoop'];
const readers = ['read', 'readline', 'readexactly', 'readuntil'];

function methods(owner: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`${owner}.${name}`, '']));
}

/** asyncio, as of CPython 3.14. */
export const asyncioFacts: Facts = {
  coroutines: {
    ...methods('asyncio', ['sleep', 'wait', 'wait_for', 'to_thread']),
    'asyncio.open_connection': 'asyncio.StreamReader,asyncio.StreamWriter',
    'asyncio.open_unix_connection': 'asyncio.StreamReader,asyncio.StreamWriter',
    'asyncio.start_server': 'asyncio.Server',
    'asyncio.start_unix_server': 'asyncio.Server',
    'asyncio.create_subprocess_exec': 'asyncio.subprocess.Process',
    'asyncio.create_subprocess_shell': 'asyncio.subprocess.Process',
    'asyncio.subprocess.create_subprocess_exec': 'asyncio.subprocess.Process',
    'asyncio.subprocess.create_subprocess_shell': 'asyncio.subprocess.Process',
    ...methods('asyncio.Queue', ['get', 'put', 'join']),
    ...methods('asyncio.Event', ['wait']),
    ...methods('asyncio.Lock', ['acquire']),
    ...methods('asyncio.Condition', ['acquire', 'wait', 'wait_for']),
    ...methods('asyncio.Semaphore', ['acquire']),
    ...methods('asyncio.Barrier', ['wait', 'reset', 'abort']),
    ...methods('asyncio.StreamReader', readers),
    ...methods('asyncio.StreamWriter', ['drain', 'wait_closed', 'start_tls']),
    ...methods('asyncio.subprocess.Process', ['wait', 'communicate']),
    ...methods('asyncio.Server', ['serve_forever', 'start_serving', 'wait_closed']),
    ...loops.reduce(
      (all, loop) => ({
        ...all,
        ...methods(loop, ['create_connection', 'create_server', 'getaddrinfo', 'getnameinfo']),
        ...methods(loop, ['sock_recv', 'sock_sendall', 'sock_connect', 'sock_accept']),
        ...methods(loop, ['shutdown_asyncgens', 'shutdown_default_executor']),
      }),
      {},
    ),
  },
  gives: {
    'asyncio.create_task': 'asyncio.Task',
    'asyncio.ensure_future': 'asyncio.Task',
    'asyncio.AbstractEventLoop.create_task': 'asyncio.Task',
    'asyncio.TaskGroup.create_task': 'asyncio.Task',
    'asyncio.get_event_loop': 'asyncio.AbstractEventLoop',
    'asyncio.get_running_loop': 'asyncio.AbstractEventLoop',
    'asyncio.new_event_loop': 'asyncio.AbstractEventLoop',
    'asyncio.Runner.get_loop': 'asyncio.AbstractEventLoop',
    'asyncio.subprocess.Process.stdout': 'asyncio.StreamReader',
    'asyncio.subprocess.Process.stderr': 'asyncio.StreamReader',
    'asyncio.subprocess.Process.stdin': 'asyncio.StreamWriter',
  },
  classes: {
    'asyncio.Task': 'asyncio.Task',
    'asyncio.AbstractEventLoop': 'asyncio.AbstractEventLoop',
    'asyncio.Queue': 'asyncio.Queue',
    'asyncio.PriorityQueue': 'asyncio.Queue',
    'asyncio.LifoQueue': 'asyncio.Queue',
    'asyncio.Event': 'asyncio.Event',
    'asyncio.Lock': 'asyncio.Lock',
    'asyncio.Condition': 'asyncio.Condition',
    'asyncio.Semaphore': 'asyncio.Semaphore',
    'asyncio.BoundedSemaphore': 'asyncio.Semaphore',
    'asyncio.Barrier': 'asyncio.Barrier',
    'asyncio.Runner': 'asyncio.Runner',
    'asyncio.TaskGroup': 'asyncio.TaskGroup',
    'asyncio.StreamReader': 'asyncio.StreamReader',
    'asyncio.StreamWriter': 'asyncio.StreamWriter',
    'asyncio.Server': 'asyncio.Server',
    'asyncio.subprocess.Process': 'asyncio.subprocess.Process',
  },
};
