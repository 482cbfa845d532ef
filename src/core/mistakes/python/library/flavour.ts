/** The libraries that run an event loop, each with functions of its own for the same things. */
export type AsyncLibrary = 'asyncio' | 'trio' | 'anyio';

/** The library a file is written for, by the top-level modules it imports; asyncio unless it says otherwise. */
export function flavourOf(imported: ReadonlySet<string>): AsyncLibrary {
  if (imported.has('asyncio')) {
    return 'asyncio';
  }
  return imported.has('trio') ? 'trio' : imported.has('anyio') ? 'anyio' : 'asyncio';
}

/** The function that runs a plain function in a thread and waits for it. */
export const toThread: Readonly<Record<AsyncLibrary, string>> = {
  asyncio: 'asyncio.to_thread',
  trio: 'trio.to_thread.run_sync',
  anyio: 'anyio.to_thread.run_sync',
};

/** The function that runs another program. */
export const runProcess: Readonly<Record<AsyncLibrary, string>> = {
  asyncio: 'asyncio.create_subprocess_exec',
  trio: 'trio.run_process',
  anyio: 'anyio.run_process',
};

/** The function that opens a connection. */
export const openConnection: Readonly<Record<AsyncLibrary, string>> = {
  asyncio: 'asyncio.open_connection',
  trio: 'trio.open_tcp_stream',
  anyio: 'anyio.connect_tcp',
};

/** What opens a file without standing still. */
export const openFile: Readonly<Record<AsyncLibrary, string>> = {
  asyncio: 'aiofiles.open',
  trio: 'trio.open_file',
  anyio: 'anyio.open_file',
};
