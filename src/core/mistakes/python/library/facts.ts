import { asyncioFacts } from './asyncio';
import { otherFacts } from './others';
import { structuredFacts } from './structured';
import { webFacts } from './web';

/** What is known of library names, all by dotted path; a method's path is its class's path and its name. */
export interface Facts {
  /** Calling it makes a coroutine; the value is the class of what awaiting it gives, or '' when that is not known, and several with commas for a tuple. */
  readonly coroutines: Readonly<Record<string, string>>;
  /** Calling it (or reading it, for attributes) gives an object of that class. */
  readonly gives: Readonly<Record<string, string>>;
  /** Classes whose construction is the object itself; the value is the class that carries the methods. */
  readonly classes: Readonly<Record<string, string>>;
}

function merge(pick: (facts: Facts) => Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    [asyncioFacts, otherFacts, structuredFacts, webFacts].flatMap((facts) => Object.entries(pick(facts))),
  );
}

export const coroutines = merge(({ coroutines }) => coroutines);
export const gives = merge(({ gives }) => gives);
export const classes = merge(({ classes }) => classes);

/** Calls that make an awaitable which `async with` takes as well. */
export const enterable: ReadonlySet<string> = new Set([
  ...['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request'].map(
    (verb) => `aiohttp.ClientSession.${verb}`,
  ),
  'aiofiles.open',
  'aiohttp.ClientSession.ws_connect',
  'aiosqlite.connect',
  'aiosqlite.Connection.cursor',
  'aiosqlite.Connection.execute',
  'asyncpg.create_pool',
  'asyncpg.Pool.acquire',
  'starlette.requests.Request.form',
  'websockets.connect',
]);

/** Decorators, and calls that make decorators, which leave a function what it was when it is called. */
export const keepers: ReadonlySet<string> = new Set([
  'abc.abstractmethod',
  'atexit.register',
  'builtins.classmethod',
  'builtins.staticmethod',
  'dataclasses.dataclass',
  'functools.cache',
  'functools.lru_cache',
  'functools.total_ordering',
  'functools.wraps',
  'tenacity.retry',
  'backoff.on_exception',
  'backoff.on_predicate',
  'pytest.mark.asyncio',
  'pytest.mark.parametrize',
  'typing.final',
  'typing.no_type_check',
  'typing.override',
  'typing.runtime_checkable',
  'typing_extensions.deprecated',
  'typing_extensions.final',
  'typing_extensions.override',
  'typing_extensions.runtime_checkable',
  'unittest.skip',
  'unittest.skipIf',
  'unittest.skipUnless',
  'warnings.deprecated',
  ...['fastapi.FastAPI', 'fastapi.APIRouter', 'quart.Quart', 'quart.Blueprint'].flatMap((router) =>
    ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'route', 'websocket'].map(
      (verb) => `${router}.${verb}`,
    ),
  ),
]);

export const properties: ReadonlySet<string> = new Set(['builtins.property', 'functools.cached_property']);
