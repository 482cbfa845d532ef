/** A source of numbers that repeats itself for the same seed: mulberry32. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * A program that runs `count` random asyncio programs one after another and prints the order of their effects.
 * It brings a loop whose time jumps, so that the order depends on the program alone and a run takes no time.
 */
export function randomProgram(seed: number, count: number): string {
  const random = randomFrom(seed);
  const programs = Array.from({ length: count }, (_, index) => new Writer(random).program(`p${index}`));
  const runs = programs.map((_, index) => `run(${index}, p${index}_0)`);
  return [prelude, ...programs, ...runs, ''].join('\n');
}

const prelude = `
import asyncio, gc, selectors, sys, time

class Jumping(selectors.DefaultSelector):
    now = 0.0
    def select(self, timeout=None):
        if timeout is None and not self.loop._ready:
            raise RuntimeError("deadlock")
        self.now += max(timeout or 0.0, 0.0)
        return super().select(0)

def run(number, main):
    print("===", number)
    selector = Jumping()
    selector.loop = loop = asyncio.SelectorEventLoop(selector)
    loop._clock_resolution = 1e-6
    loop.time = lambda: selector.now
    tools = Tools()
    loop.set_exception_handler(lambda loop, context: print("handler", context["message"], repr(context.get("exception"))))
    try:
        print(repr(loop.run_until_complete(main(tools, "r"))))
    except BaseException as error:
        print("raised", repr(error))
    for task in sorted(asyncio.all_tasks(loop), key=lambda task: int(task.get_name()[5:])):
        task.cancel()
    try:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(asyncio.sleep(0))
    except BaseException as error:
        print("raised", repr(error))
    print(round(selector.now, 3))
    loop.close()
    gc.collect()

class Tools:
    def __init__(self):
        self.lock, self.event, self.queue, self.semaphore = None, None, None, None
    def __getattribute__(self, name):
        if object.__getattribute__(self, name) is None:
            made = {"lock": asyncio.Lock, "event": asyncio.Event, "queue": asyncio.Queue}.get(name, lambda: asyncio.Semaphore(2))
            object.__setattr__(self, name, made())
        return object.__getattribute__(self, name)

async def fails(name):
    await asyncio.sleep(0.01)
    raise ValueError(name)

async def counting(name):
    try:
        for number in range(2):
            await asyncio.sleep(0.01)
            yield number
    finally:
        print(name, "generator closed")
`;

/** Writes the functions of one program: each may call those with a higher number, so that every program ends. */
class Writer {
  readonly #random: (below: number) => number;
  readonly #functions = 5;

  constructor(random: (below: number) => number) {
    this.#random = random;
  }

  program(name: string): string {
    return Array.from({ length: this.#functions }, (_, index) => this.#function(name, index)).join('\n');
  }

  #function(name: string, index: number): string {
    const statements = Array.from({ length: 1 + this.#random(4) }, () => this.#statement(name, index));
    const lines = [
      `async def ${name}_${index}(tools, me):`,
      '    print(me, "in")',
      ...statements.flat().map((line) => `    ${line}`),
      `    return me, ${index}`,
    ];
    return lines.join('\n') + '\n';
  }

  #call(name: string, index: number): string {
    const next = index + 1 + this.#random(2);
    const label = this.#random(1000);
    return next >= this.#functions
      ? `asyncio.sleep(${this.#random(4) / 100}, "${label}")`
      : `${name}_${next}(tools, me + ".${label}")`;
  }

  #calls(name: string, index: number): string {
    return Array.from({ length: 1 + this.#random(3) }, () => this.#call(name, index)).join(', ');
  }

  #statement(name: string, index: number): readonly string[] {
    const call = this.#call(name, index);
    const delay = this.#random(6) / 100;
    const caught = (lines: readonly string[]): readonly string[] => [
      'try:',
      ...lines.map((line) => `    ${line}`),
      'except (asyncio.CancelledError, asyncio.TimeoutError, ValueError) as error:',
      '    print(me, "caught", repr(error))',
    ];
    const kinds: readonly (() => readonly string[])[] = [
      () => [`await asyncio.sleep(${delay})`, 'print(me, "slept")'],
      () => ['await asyncio.sleep(0)'],
      () => caught([`print(me, await ${call})`]),
      () => caught([`print(me, await asyncio.gather(${this.#calls(name, index)}))`]),
      () => [`print(me, await asyncio.gather(${this.#calls(name, index)}, return_exceptions=True))`],
      () => [
        `task = asyncio.ensure_future(${call})`,
        `await asyncio.sleep(${delay})`,
        'print(me, "cancels", task.cancel())',
        ...caught(['print(me, await task)']),
      ],
      () => caught([`print(me, await asyncio.wait_for(${call}, ${delay}))`]),
      () => caught([`print(me, await asyncio.shield(${call}))`]),
      () => [`if int(me.rpartition(".")[2].replace("r", "0")) % 3 == 1:`, '    raise ValueError(me)'],
      () => ['async with tools.lock:', `    await asyncio.sleep(${delay})`, '    print(me, "had the lock")'],
      () => ['async with tools.semaphore:', '    await asyncio.sleep(0.01)'],
      () => ['tools.queue.put_nowait(me)', 'print(me, await tools.queue.get())'],
      () => ['tools.event.set()', 'await tools.event.wait()'],
      () => ['async for number in counting(me):', '    print(me, number)'],
      () => ['async for number in counting(me):', '    break'],
      () => [`asyncio.get_running_loop().call_later(${delay}, print, me, "called")`],
      () => [`asyncio.ensure_future(${call})`],
      () => [
        `done, pending = await asyncio.wait([asyncio.ensure_future(${call})], timeout=${delay})`,
        'print(me, len(done), len(pending), [task.exception() is None for task in done if not task.cancelled()])',
      ],
      () => caught([`for each in asyncio.as_completed([${call}]):`, '    print(me, await each)']),
      () => ['time.sleep(0.001)', 'print(me, end=" ")'],
      () => ['asyncio.current_task().add_done_callback(lambda task: print(me, "over", task.cancelled()))'],
      () => ['asyncio.ensure_future(fails(me))'],
      () => [`forgotten = ${call}`, 'del forgotten'],
    ];
    return kinds[this.#random(kinds.length)]?.() ?? [];
  }
}
