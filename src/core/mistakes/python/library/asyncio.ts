import type { Facts } from './facts';
import { each } from './tables';

const loop = 'asyncio.AbstractEventLoop';

/** asyncio, as of CPython 3.14. */
export const asyncioFacts: Facts = {
  coroutines: {
    ...each('asyncio', 'sleep wait wait_for to_thread staggered_race'),
    'asyncio.open_connection': 'asyncio.StreamReader,asyncio.StreamWriter',
    'asyncio.open_unix_connection': 'asyncio.StreamReader,asyncio.StreamWriter',
    ...each('asyncio', 'start_server start_unix_server', 'asyncio.Server'),
    ...each('asyncio', 'create_subprocess_exec create_subprocess_shell', 'asyncio.subprocess.Process'),
    ...each(
      'asyncio.subprocess',
      'create_subprocess_exec create_subprocess_shell',
      'asyncio.subprocess.Process',
    ),
    ...each('asyncio.Queue', 'get put join'),
    ...each('asyncio.Event', 'wait'),
    ...each('asyncio.Lock', 'acquire'),
    ...each('asyncio.Condition', 'acquire wait wait_for'),
    ...each('asyncio.Semaphore', 'acquire'),
    ...each('asyncio.Barrier', 'wait reset abort'),
    ...each('asyncio.StreamReader', 'read readline readexactly readuntil'),
    ...each('asyncio.StreamWriter', 'drain wait_closed start_tls'),
    ...each('asyncio.subprocess.Process', 'wait communicate'),
    ...each('asyncio.Server', 'serve_forever start_serving wait_closed'),
    ...each(
      loop,
      'create_connection create_datagram_endpoint create_unix_connection connect_accepted_socket',
    ),
    ...each(loop, 'create_server create_unix_server', 'asyncio.Server'),
    ...each(loop, 'connect_read_pipe connect_write_pipe subprocess_exec subprocess_shell start_tls sendfile'),
    ...each(loop, 'getaddrinfo getnameinfo shutdown_asyncgens shutdown_default_executor'),
    ...each(
      loop,
      'sock_accept sock_connect sock_recv sock_recv_into sock_recvfrom sock_sendall sock_sendfile sock_sendto',
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
