/** Where a library takes a function that it calls as a plain one and whose result it gives to nobody. */
export interface PlainCaller {
  /** The function's place among the positional arguments. */
  readonly place: number;
  /** The keyword that may carry it instead. */
  readonly keyword: string;
}

const at = (place: number, keyword = 'callback'): PlainCaller => ({ place, keyword });

/** By dotted path: what an async function must not be handed to, for nobody awaits its coroutine there. */
export const plainCallers: ReadonlyMap<string, PlainCaller> = new Map([
  ['asyncio.AbstractEventLoop.add_reader', at(1)],
  ['asyncio.AbstractEventLoop.add_signal_handler', at(1)],
  ['asyncio.AbstractEventLoop.add_writer', at(1)],
  ['asyncio.AbstractEventLoop.call_at', at(1)],
  ['asyncio.AbstractEventLoop.call_later', at(1)],
  ['asyncio.AbstractEventLoop.call_soon', at(0)],
  ['asyncio.AbstractEventLoop.call_soon_threadsafe', at(0)],
  ['asyncio.Task.add_done_callback', at(0, 'fn')],
  ['atexit.register', at(0, 'func')],
  ['signal.signal', at(1, 'handler')],
  ['threading.Thread', at(1, 'target')],
  ['threading.Timer', at(1, 'function')],
]);
