import type { Facts } from './facts';

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request'];
const pathMakers = [
  'parent',
  'absolute',
  'cwd',
  'expanduser',
  'home',
  'joinpath',
  'relative_to',
  'rename',
  'replace',
  'resolve',
  'with_name',
  'with_stem',
  'with_suffix',
];

function each(owner: string, names: readonly string[], value = ''): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`${owner}.${name}`, value]));
}

function same(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

/** The rest of the standard library and the packages that learners meet first. */
export const otherFacts: Facts = {
  coroutines: {
    ...each('httpx.AsyncClient', [...verbs, 'send', 'aclose'], 'httpx.Response'),
    ...each('aiohttp.ClientResponse', ['json', 'text', 'read']),
    'aiohttp.ClientSession.close': '',
    ...each('aiohttp.ClientSession', verbs, 'aiohttp.ClientResponse'),
    'asyncpg.connect': '',
    'asyncpg.create_pool': '',
    ...each('anyio', ['sleep', 'sleep_forever', 'sleep_until']),
    'anyio.to_thread.run_sync': '',
    ...each('trio', ['sleep', 'sleep_forever', 'sleep_until', 'open_file']),
    'trio.to_thread.run_sync': '',
    ...each('trio.Event', ['wait']),
    ...each('anyio.Event', ['wait']),
  },
  gives: {
    ...each('pathlib.Path', pathMakers, 'pathlib.Path'),
    'requests.session': 'requests.Session',
    'sqlite3.connect': 'sqlite3.Connection',
    ...each('sqlite3.Connection', ['cursor', 'execute', 'executemany'], 'sqlite3.Cursor'),
    'socket.create_connection': 'socket.socket',
    'concurrent.futures.ThreadPoolExecutor.submit': 'concurrent.futures.Future',
    'concurrent.futures.ProcessPoolExecutor.submit': 'concurrent.futures.Future',
  },
  classes: {
    ...same(
      'aiohttp.ClientSession',
      'aiohttp.ClientResponse',
      'anyio.Event',
      'trio.Event',
      'httpx.AsyncClient',
      'httpx.Client',
      'httpx.Response',
    ),
    ...same('fastapi.FastAPI', 'fastapi.APIRouter', 'quart.Quart', 'quart.Blueprint'),
    ...same('concurrent.futures.ThreadPoolExecutor', 'concurrent.futures.ProcessPoolExecutor'),
    ...same('ftplib.FTP', 'http.client.HTTPConnection', 'http.client.HTTPSConnection', 'pathlib.Path'),
    ...same('queue.Queue', 'redis.Redis', 'requests.Session', 'smtplib.SMTP', 'smtplib.SMTP_SSL'),
    ...same('socket.socket', 'sqlite3.Connection', 'sqlite3.Cursor', 'subprocess.Popen'),
    ...same('threading.Event', 'threading.Thread', 'multiprocessing.Process'),
    'queue.LifoQueue': 'queue.Queue',
    'queue.PriorityQueue': 'queue.Queue',
    'redis.StrictRedis': 'redis.Redis',
    'requests.sessions.Session': 'requests.Session',
    'pathlib.PosixPath': 'pathlib.Path',
  },
};
