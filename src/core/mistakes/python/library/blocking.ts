import * as l10n from '@vscode/l10n';
import { openConnection, openFile, runProcess, toThread, type AsyncLibrary } from './flavour';

/** What a thread may wait for, to follow "waits for". */
export const waitedFor = {
  time: l10n.t('the time to pass'),
  server: l10n.t('the server to answer'),
  person: l10n.t('somebody to type'),
  disk: l10n.t('the disk'),
  program: l10n.t('the other program to end'),
  start: l10n.t('the other program to start'),
  network: l10n.t('the network'),
  names: l10n.t('the name server'),
  database: l10n.t('the database'),
  mail: l10n.t('the mail server'),
  thread: l10n.t('the other thread'),
  process: l10n.t('the other process'),
};

/** A call that keeps the event loop's thread waiting. */
export interface Blocking {
  readonly waits: keyof typeof waitedFor;
  /** The asynchronous way to do the same, in words for the learner. */
  readonly instead: (library: AsyncLibrary) => string;
  /** True when a thread may run the call in place of the loop: the object is not bound to its thread. */
  readonly threadable: boolean;
}

function entries(
  paths: readonly string[],
  waits: Blocking['waits'],
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
  l10n.t('Move it to a thread with `await {0}(...)`', toThread[library]);
const file: Blocking['instead'] = (library) =>
  l10n.t(
    'Move it to a thread with `await {0}(...)`, or use `{1}(...)`',
    toThread[library],
    openFile[library],
  );
const verbs = 'get post put patch delete head options request';
const http = l10n.t('Use an asynchronous client such as `httpx.AsyncClient`, or move the call to a thread');
const database = l10n.t(
  'Use an asynchronous driver, or move all work with the database to a thread of its own',
);
const streams: Blocking['instead'] = (library) =>
  l10n.t('Use `{0}(...)` and its streams', openConnection[library]);
const processes: Blocking['instead'] = (library) =>
  l10n.t('Use `{0}(...)`, or move the call to a thread', runProcess[library]);

/** The blocking calls that are sure to block, by dotted path. */
export const blocking: ReadonlyMap<string, Blocking> = new Map([
  ...entries(['time.sleep'], 'time', (library) => l10n.t('Use `await {0}.sleep(...)`', library)),
  ...entries([...of('requests', verbs), ...of('requests.api', verbs)], 'server', http),
  ...entries(of('requests.Session', `${verbs} send`), 'server', http),
  ...entries(of('httpx', `${verbs} stream`), 'server', http),
  ...entries(of('httpx.Client', `${verbs} send stream`), 'server', http),
  ...entries(
    [
      'urllib.request.urlopen',
      'urllib.request.urlretrieve',
      'urllib3.request',
      ...of('urllib3.PoolManager', 'request request_encode_body request_encode_url urlopen'),
    ],
    'server',
    http,
  ),
  ...entries(of('http.client.HTTPConnection', 'connect request getresponse'), 'server', http),
  ...entries(of('http.client.HTTPSConnection', 'connect request getresponse'), 'server', http),
  ...entries(
    ['builtins.input', 'getpass.getpass', ...of('sys.stdin', 'read readline readlines')],
    'person',
    inThread,
  ),
  ...entries(
    ['builtins.open', 'bz2.open', 'codecs.open', 'gzip.open', 'io.open', 'io.open_code', 'lzma.open'],
    'disk',
    file,
  ),
  ...entries(
    of('pandas', 'read_csv read_excel read_feather read_json read_parquet read_table'),
    'disk',
    inThread,
  ),
  ...entries(
    of('pandas.DataFrame', 'to_csv to_excel to_feather to_json to_parquet to_pickle'),
    'disk',
    inThread,
  ),
  ...entries(
    ['pandas.read_sql', 'pandas.read_sql_query', 'pandas.read_sql_table', 'pandas.DataFrame.to_sql'],
    'database',
    inThread,
  ),
  ...entries(
    ['os.open', 'tarfile.open', 'zipfile.ZipFile', ...of('tempfile', 'NamedTemporaryFile TemporaryFile')],
    'disk',
    inThread,
  ),
  ...entries(of('pathlib.Path', 'open read_text read_bytes touch write_text write_bytes'), 'disk', inThread),
  ...entries(
    of('shutil', 'copy copy2 copyfile copytree move rmtree make_archive unpack_archive'),
    'disk',
    inThread,
  ),
  ...entries(
    of('subprocess', 'run call check_call check_output getoutput getstatusoutput'),
    'program',
    processes,
  ),
  ...entries(of('subprocess.Popen', 'wait communicate'), 'program', processes),
  ...entries(
    of(
      'os',
      'system popen wait wait3 wait4 waitid waitpid spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe',
    ),
    'program',
    processes,
  ),
  ...entries(
    ['subprocess.Popen', 'os.posix_spawn', 'os.posix_spawnp', 'os.startfile'],
    'start',
    processes,
    false,
  ),
  ...entries(of('socket', 'create_connection'), 'network', streams),
  ...entries(
    of('socket', 'getaddrinfo gethostbyname gethostbyname_ex gethostbyaddr getnameinfo'),
    'names',
    (library) =>
      library === 'asyncio'
        ? l10n.t('Use `{0}`', 'await loop.getaddrinfo(...)')
        : l10n.t('Use `{0}`', `await ${library === 'trio' ? 'trio.socket' : 'anyio'}.getaddrinfo(...)`),
  ),
  ...entries(
    of('socket.socket', 'accept connect recv recv_into recvfrom sendall sendfile'),
    'network',
    streams,
  ),
  ...entries(of('select', 'select'), 'network', streams),
  ...entries(of('sqlite3', 'connect'), 'database', database, false),
  ...entries(
    of('sqlite3.Connection', 'execute executemany executescript commit backup'),
    'database',
    database,
    false,
  ),
  ...entries(of('sqlite3.Cursor', 'execute executemany executescript'), 'database', database, false),
  ...entries(
    ['psycopg2.connect', 'psycopg.connect', 'pymysql.connect', 'MySQLdb.connect', 'mysql.connector.connect'],
    'database',
    database,
    false,
  ),
  ...entries(
    of(
      'redis.Redis',
      'get set delete exists expire incr decr hget hset hgetall lpush rpush lpop rpop blpop brpop publish ping keys',
    ),
    'database',
    l10n.t('Use `{0}`', 'redis.asyncio'),
  ),
  ...entries(of('smtplib.SMTP', 'connect login sendmail send_message starttls'), 'mail', inThread),
  ...entries(of('smtplib.SMTP_SSL', 'connect login sendmail send_message'), 'mail', inThread),
  ...entries(of('ftplib.FTP', 'connect login retrbinary retrlines storbinary storlines'), 'server', inThread),
  ...entries(of('threading.Thread', 'join'), 'thread', inThread),
  ...entries(of('threading.Event', 'wait'), 'thread', (library) => l10n.t('Use `{0}`', `${library}.Event`)),
  ...entries(of('multiprocessing.Process', 'join'), 'process', inThread),
  ...entries(of('queue.Queue', 'get join'), 'thread', l10n.t('Use `{0}`', 'asyncio.Queue')),
  ...entries(
    ['concurrent.futures.Future.result', 'concurrent.futures.Future.exception', 'concurrent.futures.wait'],
    'thread',
    l10n.t('Use `await loop.run_in_executor(...)` or `await asyncio.wrap_future(...)`'),
  ),
]);

/** What reads or writes a file that is open: told where it was not opened by the same code, which is told itself. */
export const fileWork: ReadonlyMap<string, Blocking> = new Map(
  entries(of('io.TextIOWrapper', 'read readinto readline readlines write writelines'), 'disk', inThread),
);

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
