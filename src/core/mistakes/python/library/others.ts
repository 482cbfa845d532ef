import type { Facts } from './facts';
import { each, same } from './tables';

const pathMakers =
  'parent absolute cwd expanduser home joinpath relative_to rename replace resolve with_name with_stem with_suffix';

/** The rest of the standard library and the packages that learners meet first. */
export const otherFacts: Facts = {
  coroutines: {
    'builtins.anext': '',
    'typing.Callable.Awaitable': '',
    ...each('types.AsyncGeneratorType', '__anext__ aclose asend athrow'),
    ...each('contextlib.AsyncExitStack', 'aclose enter_async_context'),
  },
  gives: {
    ...each('pathlib.Path', pathMakers, 'pathlib.Path'),
    ...each('builtins', 'open', 'io.TextIOWrapper'),
    ...each('io', 'open open_code', 'io.TextIOWrapper'),
    'os.fdopen': 'io.TextIOWrapper',
    'pathlib.Path.open': 'io.TextIOWrapper',
    ...each(
      'pandas',
      'DataFrame concat merge read_csv read_excel read_feather read_json read_parquet read_sql read_sql_query read_sql_table read_table',
      'pandas.DataFrame',
    ),
    'requests.session': 'requests.Session',
    'sqlite3.connect': 'sqlite3.Connection',
    ...each('sqlite3.Connection', 'cursor execute executemany', 'sqlite3.Cursor'),
    'socket.create_connection': 'socket.socket',
    'asyncio.run_coroutine_threadsafe': 'concurrent.futures.Future',
    'concurrent.futures.ThreadPoolExecutor.submit': 'concurrent.futures.Future',
    'concurrent.futures.ProcessPoolExecutor.submit': 'concurrent.futures.Future',
  },
  classes: {
    ...same('fastapi.FastAPI', 'fastapi.APIRouter', 'quart.Quart', 'quart.Blueprint'),
    ...same('concurrent.futures.ThreadPoolExecutor', 'concurrent.futures.ProcessPoolExecutor'),
    ...same('ftplib.FTP', 'http.client.HTTPConnection', 'http.client.HTTPSConnection', 'pathlib.Path'),
    ...same('queue.Queue', 'redis.Redis', 'requests.Session', 'smtplib.SMTP', 'smtplib.SMTP_SSL'),
    ...same('socket.socket', 'sqlite3.Connection', 'sqlite3.Cursor', 'subprocess.Popen'),
    ...same('contextlib.AsyncExitStack', 'pandas.DataFrame', 'tarfile.TarFile', 'zipfile.ZipFile'),
    ...same('threading.Event', 'threading.Thread', 'multiprocessing.Process'),
    ...Object.fromEntries(
      [
        ...['PoolManager', 'ProxyManager', 'poolmanager.PoolManager', 'poolmanager.ProxyManager'],
        ...['HTTPConnectionPool', 'HTTPSConnectionPool'],
        ...['connectionpool.HTTPConnectionPool', 'connectionpool.HTTPSConnectionPool'],
      ].map((name) => [`urllib3.${name}`, 'urllib3.PoolManager']),
    ),
    ...each('io', 'BufferedRandom BufferedReader BufferedWriter FileIO TextIOWrapper', 'io.TextIOWrapper'),
    'collections.abc.AsyncGenerator': 'types.AsyncGeneratorType',
    'typing.AsyncGenerator': 'types.AsyncGeneratorType',
    'queue.LifoQueue': 'queue.Queue',
    'queue.PriorityQueue': 'queue.Queue',
    'redis.StrictRedis': 'redis.Redis',
    'requests.sessions.Session': 'requests.Session',
    'pathlib.PosixPath': 'pathlib.Path',
  },
};
