const parts =
  /^asyncio\.(queues|tasks|locks|runners|events|streams|exceptions|futures|timeouts|taskgroups|threads)\./;

/** The path under which the tables know something that a library also keeps in a module of its own, or its successor. */
export function canonical(path: string): string {
  return path.replace(parts, 'asyncio.').replace(/^httpx2\./, 'httpx.');
}
