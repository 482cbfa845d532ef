import type { Facts } from './facts';
import { each, same } from './tables';

const verbs = 'get post put patch delete head options request';
const rows = 'copy_records_to_table execute executemany fetch fetchrow fetchval';
const commands =
  'append blpop brpop decr delete exists expire flushall flushdb get getset hdel hget hgetall hset incr keys llen lpop lpush lrange mget mset ping publish rpop rpush sadd scan set setex smembers srem ttl type zadd zrange';

/** Asynchronous clients of the network: HTTP, web sockets, databases, files. */
export const webFacts: Facts = {
  coroutines: {
    ...each('httpx.AsyncClient', `${verbs} send`, 'httpx.Response'),
    ...each('httpx.AsyncClient', 'aclose'),
    ...each('httpx.Response', 'aclose aread'),
    ...each('starlette.requests.Request', 'body close form json'),
    ...each(
      'starlette.websockets.WebSocket',
      'accept close receive receive_bytes receive_json receive_text send send_bytes send_json send_text',
    ),
    'aiosmtplib.send': '',
    ...each('aiohttp.ClientSession', verbs, 'aiohttp.ClientResponse'),
    ...each('aiohttp.ClientSession', 'close'),
    'aiohttp.ClientSession.ws_connect': 'aiohttp.ClientWebSocketResponse',
    ...each('aiohttp.ClientResponse', 'json read text'),
    ...each(
      'aiohttp.ClientWebSocketResponse',
      'close ping pong receive receive_bytes receive_json receive_str send_bytes send_json send_str',
    ),
    ...each('aiohttp.web.Request', 'json multipart post read text'),
    ...each('aiohttp.web.StreamResponse', 'drain prepare write write_eof'),
    ...each(
      'aiohttp.web.WebSocketResponse',
      'close ping pong prepare receive receive_bytes receive_json receive_str send_bytes send_json send_str',
    ),
    'asyncpg.connect': 'asyncpg.Connection',
    'asyncpg.create_pool': 'asyncpg.Pool',
    ...each('asyncpg.Connection', `${rows} close reset`),
    ...each('asyncpg.Pool', `${rows} close release`),
    'asyncpg.Pool.acquire': 'asyncpg.Connection',
    'aiosqlite.connect': 'aiosqlite.Connection',
    ...each('aiosqlite.Connection', 'close commit execute_fetchall execute_insert rollback'),
    ...each('aiosqlite.Connection', 'cursor execute executemany executescript', 'aiosqlite.Cursor'),
    ...each('aiosqlite.Cursor', 'close execute executemany fetchall fetchmany fetchone'),
    ...each('redis.asyncio.Redis', `${commands} aclose close`),
    'websockets.connect': 'websockets.Connection',
    ...each('websockets.Connection', 'close ping pong recv send wait_closed'),
    'aiofiles.open': 'aiofiles.File',
    ...each('aiofiles.File', 'close flush read readline readlines seek tell truncate write writelines'),
    ...each('aiofiles.os', 'listdir makedirs mkdir remove rename replace rmdir stat unlink'),
  },
  gives: {
    'httpx.AsyncClient.stream': 'httpx.Response',
    'redis.asyncio.from_url': 'redis.asyncio.Redis',
    'redis.asyncio.Redis.from_url': 'redis.asyncio.Redis',
  },
  classes: {
    ...same('aiohttp.ClientSession', 'aiohttp.ClientResponse', 'aiohttp.ClientWebSocketResponse'),
    ...same('aiohttp.web.RouteTableDef'),
    ...same('aiohttp.web.Request', 'aiohttp.web.StreamResponse', 'aiohttp.web.WebSocketResponse'),
    ...same('httpx.AsyncClient', 'httpx.Client', 'httpx.Response'),
    ...same('asyncpg.Connection', 'asyncpg.Pool', 'aiosqlite.Connection', 'aiosqlite.Cursor'),
    ...same('redis.asyncio.Redis'),
    ...same('starlette.requests.Request', 'starlette.websockets.WebSocket'),
    'fastapi.Request': 'starlette.requests.Request',
    'fastapi.WebSocket': 'starlette.websockets.WebSocket',
    'redis.asyncio.StrictRedis': 'redis.asyncio.Redis',
  },
};
