import type { Facts } from './facts';
import { each, same } from './tables';

const paths =
  'chmod exists is_dir is_file is_symlink mkdir open read_bytes read_text rename replace resolve rmdir stat touch unlink write_bytes write_text';

const fileMethods = 'aclose flush read readline readlines seek tell truncate write writelines';

/** trio and anyio: the libraries of structured concurrency. */
export const structuredFacts: Facts = {
  coroutines: {
    ...each(
      'trio',
      'aclose_forcefully open_ssl_over_tcp_listeners open_ssl_over_tcp_stream open_tcp_listeners open_unix_socket run_process serve_listeners serve_ssl_over_tcp serve_tcp sleep sleep_forever sleep_until',
    ),
    ...each(
      'trio.lowlevel',
      'cancel_shielded_checkpoint checkpoint checkpoint_if_cancelled open_process permanently_detach_coroutine_object reattach_detached_coroutine_object temporarily_detach_coroutine_object wait_readable wait_task_rescheduled wait_writable',
    ),
    'trio.open_file': 'trio.AsyncFile',
    ...each('trio.AsyncFile', fileMethods),
    'trio.open_tcp_stream': 'trio.SocketStream',
    'trio.to_thread.run_sync': '',
    ...each('trio.SocketStream', 'aclose receive_some send_all send_eof wait_send_all_might_not_block'),
    ...each('trio.Event', 'wait'),
    ...each('trio.Lock', 'acquire'),
    ...each('trio.Semaphore', 'acquire'),
    ...each('trio.Condition', 'acquire wait'),
    ...each('trio.CapacityLimiter', 'acquire acquire_on_behalf_of'),
    ...each('trio.MemorySendChannel', 'aclose send'),
    ...each('trio.MemoryReceiveChannel', 'aclose receive'),
    ...each('trio.Nursery', 'start'),
    ...each('trio.Path', paths),
    ...each(
      'anyio',
      'aclose_forcefully connect_unix create_tcp_listener create_udp_socket create_unix_listener getaddrinfo getnameinfo open_process run_process sleep sleep_forever sleep_until wait_all_tasks_blocked wait_socket_readable wait_socket_writable',
    ),
    ...each('anyio.lowlevel', 'cancel_shielded_checkpoint checkpoint checkpoint_if_cancelled'),
    'anyio.open_file': 'anyio.AsyncFile',
    ...each('anyio.AsyncFile', fileMethods),
    'anyio.connect_tcp': 'anyio.SocketStream',
    'anyio.to_thread.run_sync': '',
    'anyio.to_process.run_sync': '',
    ...each('anyio.SocketStream', 'aclose receive send send_eof'),
    ...each('anyio.Event', 'wait'),
    ...each('anyio.Lock', 'acquire'),
    ...each('anyio.Semaphore', 'acquire'),
    ...each('anyio.Condition', 'acquire wait'),
    ...each('anyio.CapacityLimiter', 'acquire acquire_on_behalf_of'),
    ...each('anyio.MemorySendStream', 'aclose send'),
    ...each('anyio.MemoryReceiveStream', 'aclose receive'),
    ...each('anyio.TaskGroup', 'start'),
    ...each('anyio.Path', paths),
  },
  gives: {
    'trio.open_memory_channel': 'trio.MemorySendChannel,trio.MemoryReceiveChannel',
    'trio.open_nursery': 'trio.Nursery',
    'anyio.create_memory_object_stream': 'anyio.MemorySendStream,anyio.MemoryReceiveStream',
    'anyio.create_task_group': 'anyio.TaskGroup',
    'anyio.abc.TaskGroup': 'anyio.TaskGroup',
  },
  classes: {
    ...same(
      'trio.Event',
      'trio.Lock',
      'trio.Semaphore',
      'trio.Condition',
      'trio.CapacityLimiter',
      'trio.Path',
    ),
    ...same('trio.Nursery', 'trio.SocketStream', 'trio.MemorySendChannel', 'trio.MemoryReceiveChannel'),
    ...same(
      'anyio.Event',
      'anyio.Lock',
      'anyio.Semaphore',
      'anyio.Condition',
      'anyio.CapacityLimiter',
      'anyio.Path',
    ),
    'trio.StrictFIFOLock': 'trio.Lock',
    'anyio.abc.TaskGroup': 'anyio.TaskGroup',
    'anyio.abc.SocketStream': 'anyio.SocketStream',
  },
};
