import { openConnection, openFile, runProcess, toThread, type AsyncLibrary } from './flavour';

/** A call that keeps the event loop's thread waiting. */
export interface Blocking {
  /** What the thread waits for, to follow "waits for". */
  readonly waits: string;
  /** The asynchronous way to do the same, in words for the learner. */
  readonly instead: (library: AsyncLibrary) => string;
  /** True when a thread may run the call in place of the loop: the object is not bound to its thread. */
  readonly threadable: boolean;
}

function entries(
  paths: readonly string[],
  waits: string,
  instead: string | Blocking['instead'],
  threadable = true,
): readonly (readonly [string, Blocking])[] {
  const words = typeof instead === 'string' ? () => instead : instead;
  return paths.map((path) => [path, { waits, instead: words, threadable }] as const);
}

function of(owner: string, names: string): readonly string[] {
  return names.split(' ').map((name) => `${owner}.${name}`);
}

/** For whatever has no asynchronous twin in the standard library. */
export const inThread: Blocking['instead'] = (library) =>
  `Move it to a thread with \`await ${toThread[library]}(...)\``;
const file: Blocking['instead'] = (library) => `${inThread(library)}, or use \`${openFile[library]}(...)\``;
const verbs = 'get post put patch delete head options request';
const http = `Use an asynchronous client such as \`httpx.AsyncClient\`, or move the call to a thread`;
const database = 'Use an asynchronous driver, or move all work with the database to a thread of its own';
const streams: Blocking['instead'] = (library) => `Use \`${openConnection[library]}(...)\` and its streams`;
const processes: Blocking['instead'] = (library) =>
  `Use \`${runProcess[library]}(...)\`, or move the call to a thread`;

/** The blocking calls that are sure to block, by dotted path. */
export const blocking: ReadonlyMap<string, Blocking> = new Map([
  ...entries(['time.sleep'], 'the time to pass', (library) => `Use \`await ${library}.sleep(...)\``),
  ...entries([...of('requests', verbs), ...of('requests.api', verbs)], 'the server to answer', http),
  ...entries(of('requests.Session', `${verbs} send`), 'the server to answer', http),
  ...entries(of('httpx', `${verbs} stream`), 'the server to answer', http),
  ...entries(of('httpx.Client', `${verbs} send`), 'the server to answer', http),
  ...entries(
    [
      'urllib.request.urlopen',
      'urllib.request.urlretrieve',
      'urllib3.request',
      'urllib3.PoolManager.request',
    ],
    'the server to answer',
    http,
  ),
  ...entries(of('http.client.HTTPConnection', 'connect request getresponse'), 'the server to answer', http),
  ...entries(of('http.client.HTTPSConnection', 'connect request getresponse'), 'the server to answer', http),
  ...entries(
    ['builtins.input', 'getpass.getpass', ...of('sys.stdin', 'read readline readlines')],
    'somebody to type',
    inThread,
  ),
  ...entries(['builtins.open', 'io.open', 'io.open_code'], 'the disk', file),
  ...entries(of('pathlib.Path', 'open read_text read_bytes write_text write_bytes'), 'the disk', inThread),
  ...entries(
    of('shutil', 'copy copy2 copyfile copytree move rmtree make_archive unpack_archive'),
    'the disk',
    inThread,
  ),
  ...entries(
    of('subprocess', 'run call check_call check_output getoutput getstatusoutput'),
    'the other program to end',
    processes,
  ),
  ...entries(of('subprocess.Popen', 'wait communicate'), 'the other program to end', processes),
  ...entries(
    of(
      'os',
      'system popen wait wait3 wait4 waitid waitpid spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe',
    ),
    'the other program to end',
    processes,
  ),
  ...entries(
    ['subprocess.Popen', 'os.posix_spawn', 'os.posix_spawnp', 'os.startfile'],
    'the other program to start',
    processes,
    false,
  ),
  ...entries(of('socket', 'create_connection'), 'the network', streams),
  ...entries(
    of('socket', 'getaddrinfo gethostbyname gethostbyname_ex gethostbyaddr getnameinfo'),
    'the name server',
    (library) =>
      library === 'asyncio'
        ? 'Use `await loop.getaddrinfo(...)`'
        : `Use \`await ${library === 'trio' ? 'trio.socket' : 'anyio'}.getaddrinfo(...)\``,
  ),
  ...entries(
    of('socket.socket', 'accept connect recv recv_into recvfrom sendall sendfile'),
    'the network',
    streams,
  ),
  ...entries(of('select', 'select'), 'the network', streams),
  ...entries(of('sqlite3', 'connect'), 'the database', database, false),
  ...entries(
    of('sqlite3.Connection', 'execute executemany executescript commit backup'),
    'the database',
    database,
    false,
  ),
  ...entries(of('sqlite3.Cursor', 'execute executemany executescript'), 'the database', database, false),
  ...entries(
    ['psycopg2.connect', 'psycopg.connect', 'pymysql.connect', 'MySQLdb.connect', 'mysql.connector.connect'],
    'the database',
    database,
    false,
  ),
  ...entries(
    of(
      'redis.Redis',
      'get set delete exists expire incr decr hget hset hgetall lpush rpush lpop rpop blpop brpop publish ping keys',
    ),
    'the database',
    'Use `redis.asyncio`',
  ),
  ...entries(of('smtplib.SMTP', 'connect login sendmail send_message starttls'), 'the mail server', inThread),
  ...entries(of('smtplib.SMTP_SSL', 'connect login sendmail send_message'), 'the mail server', inThread),
  ...entries(
    of('ftplib.FTP', 'connect login retrbinary retrlines storbinary storlines'),
    'the server to answer',
    inThread,
  ),
  ...entries(of('threading.Thread', 'join'), 'the other thread', inThread),
  ...entries(of('threading.Event', 'wait'), 'the other thread', (library) => `Use \`${library}.Event\``),
  ...entries(of('multiprocessing.Process', 'join'), 'the other process', inThread),
  ...entries(of('queue.Queue', 'get join'), 'the other thread', 'Use `asyncio.Queue`'),
  ...entries(
    ['concurrent.futures.Future.result', 'concurrent.futures.Future.exception', 'concurrent.futures.wait'],
    'the other thread',
    'Use `await loop.run_in_executor(...)` or `await asyncio.wrap_future(...)`',
  ),
]);

/** Constructors that block only when they are told where to connect. */
export const connecting: ReadonlySet<string> = new Set(['smtplib.SMTP', 'smtplib.SMTP_SSL', 'ftplib.FTP']);

/** Starts an event loop and blocks until the work is done: impossible where one runs already. */
export const runners: ReadonlySet<string> = new Set([
  'asyncio.run',
  'asyncio.runners.run',
  'asyncio.Runner.run',
  'asyncio.AbstractEventLoop.run_until_complete',
  'asyncio.AbstractEventLoop.run_forever',
  'anyio.run',
  'trio.run',
  'uvloop.run',
]);
