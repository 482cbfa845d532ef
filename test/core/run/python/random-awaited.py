import asyncio, atexit, contextlib, contextvars, copy, dataclasses, gc, inspect, io, logging
import multiprocessing, os, pickle, signal, socket, subprocess, sys, threading, time, traceback, types, warnings
from concurrent.futures import ThreadPoolExecutor

gc.disable()
# How long a callback takes is the machine's affair.
logging.getLogger("asyncio").addFilter(lambda record: not record.msg.startswith("Executing"))
variable = contextvars.ContextVar("variable", default=0)
signals = iter(range(getattr(signal, "SIGRTMIN", 0), getattr(signal, "SIGRTMAX", 0)))

# Pieces that are awaited, each with a small number: what they give is the same in every run, whatever runs beside them.

async def threads(n):
    variable.set(n)
    def work(number):
        time.sleep(0.001)
        return variable.get(), number, 10 // (n - 2)
    found = await asyncio.gather(*[asyncio.to_thread(work, number) for number in range(n)], return_exceptions=True)
    with ThreadPoolExecutor(2) as pool:
        loop = asyncio.get_running_loop()
        return found, await asyncio.gather(*[loop.run_in_executor(pool, pow, number, 2) for number in range(n)])

async def child(n):
    process = await asyncio.create_subprocess_exec(
        "sh", "-c", f"cat; echo error >&2; exit {n}", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    return await process.communicate(b"x" * 10 ** n), process.returncode

async def killed_child(n):
    process = await asyncio.create_subprocess_shell("exec sleep 100", stdout=subprocess.DEVNULL)
    try:
        await asyncio.sleep(n / 1000)
    finally:
        process.kill()
    return await process.wait(), process.returncode

async def streams(n):
    async def answer(reader, writer):
        async for line in reader:
            writer.write(line.upper())
            await writer.drain()
        writer.close()
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    lines = []
    for number in range(n):
        writer.write(b"line %d\n" % number)
        lines.append(await asyncio.wait_for(reader.readline(), 60))
    writer.close()
    server.close()
    return lines

async def told(n):
    if os.name == "nt":
        return
    loop, number, future = asyncio.get_running_loop(), next(signals), asyncio.get_running_loop().create_future()
    loop.add_signal_handler(number, future.set_result, n)
    os.kill(os.getpid(), number)
    return await future, loop.remove_signal_handler(number)

async def descriptors(n):
    ours, theirs = socket.socketpair()
    for end in (ours, theirs):
        end.setblocking(False)
    loop, readable = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(ours, readable.set)
    await loop.sock_sendall(theirs, b"x" * n or b"y")
    await readable.wait()
    loop.remove_reader(ours)
    received = await loop.sock_recv(ours, 10)
    ours.close(), theirs.close()
    return received

async def timers(n):
    loop, order = asyncio.get_running_loop(), []
    start = loop.time()
    handles = [loop.call_at(start + (number * 7 % 5) / 500, order.append, number) for number in range(n + 2)]
    handles[0].cancel()
    loop.call_soon(order.append, "soon")
    loop.call_later(0.02, order.append, "later")
    while "later" not in order:
        await asyncio.sleep(0.005)
    return order, [handle.cancelled() for handle in handles], repr(handles[0]), repr(handles[1])

class Awaitable:
    def __init__(self, n):
        self.n = n
    def __await__(self):
        for number in range(self.n):
            yield
        future = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_soon(future.set_result, self.n)
        return (yield from future) + (yield from inner(1).__await__())

async def inner(n):
    await asyncio.sleep(0)
    return n

@types.coroutine
def old_style(times):
    for number in range(times):
        yield
    return (yield from inner(times))

async def awaitables(n):
    return await Awaitable(n), await old_style(n), await asyncio.gather(Awaitable(n), asyncio.ensure_future(Awaitable(1)))

async def contexts(n):
    context = contextvars.copy_context()
    context.run(variable.set, n)
    options = {"context": context} if sys.version_info >= (3, 11) else {}
    task = asyncio.get_running_loop().create_task(asyncio.sleep(0, variable.get()), **options)
    return await task, context[variable], await context.run(asyncio.ensure_future, saw())

async def saw():
    await asyncio.sleep(0)
    return variable.get()

async def waits(n, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
        return n // (not fails)
    finally:
        await inner(n)

async def ticks(result, turns, fails=False):
    for _ in range(turns):
        await asyncio.sleep(0)
    return result // (not fails)

async def groups(n):
    if sys.version_info < (3, 11):
        return
    try:
        async with asyncio.TaskGroup() as outer:
            first = outer.create_task(ticks(n, 3 * n, n % 2 == 0), name="first")
            async with asyncio.TaskGroup() as group:
                second = group.create_task(ticks(n, 20 if n % 2 == 0 else 1))
            return first.done(), second.result()
    except BaseExceptionGroup as error:
        return repr(error), second.cancelled(), [frame.name for frame in traceback.extract_tb(error.exceptions[0].__traceback__)]

async def timeouts(n):
    if sys.version_info < (3, 11):
        return
    loop, seen = asyncio.get_running_loop(), []
    try:
        async with asyncio.timeout(10) as outer:
            try:
                async with asyncio.timeout_at(loop.time() + 0.001 * n):
                    await asyncio.sleep(5)
            except TimeoutError as error:
                seen.append(repr(error))
            outer.reschedule(loop.time() - 1)
            await asyncio.sleep(1)
    except TimeoutError:
        seen.append(outer.expired())
    return seen, asyncio.current_task().cancelling()

async def uncancelled(n):
    async def stubborn():
        for number in range(n):
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as error:
                counts.append((error.args, getattr(asyncio.current_task(), "uncancel", lambda: None)()))
        return "over"
    counts, task = [], asyncio.ensure_future(stubborn())
    while not task.done():
        await asyncio.sleep(0)
        counts.append(task.cancel("stop"))
    return counts, task.result() if not task.cancelled() else None

async def shielded(n):
    shared = asyncio.ensure_future(ticks(n, 5))
    outer = asyncio.ensure_future(asyncio.wait_for(asyncio.shield(shared), 100))
    await ticks(n, n % 2)
    outer.cancel()
    return await asyncio.gather(outer, shared, return_exceptions=True)

async def completed(n):
    tasks = [asyncio.create_task(ticks(number, 3 * (n - number))) for number in range(n)]
    if sys.version_info >= (3, 13) and n % 2:
        return [await task async for task in asyncio.as_completed(tasks)]
    return [await task for task in asyncio.as_completed(tasks)]

async def synchronised(n):
    condition, done, heap = asyncio.Condition(), [], asyncio.PriorityQueue()
    async def consumer(number):
        async with condition:
            await condition.wait_for(lambda: len(done) >= number)
            done.append(number)
            condition.notify_all()
    await asyncio.gather(*[consumer(number) for number in reversed(range(n + 1))])
    for number in range(n):
        await heap.put((-number, "item"))
    items = [(await heap.get(), heap.task_done())[0] for _ in range(n)]
    await heap.join()
    if sys.version_info >= (3, 11):
        barrier = asyncio.Barrier(n + 1)
        async def arrives(number):
            async with barrier as place:
                return place
        done += await asyncio.gather(*[arrives(number) for number in range(n + 1)])
    if sys.version_info >= (3, 13):
        heap.shutdown()
        done.append(repr((await asyncio.gather(heap.get(), return_exceptions=True))[0]))
    return done, items, repr(heap), repr(condition)

async def echoing():
    got = None
    try:
        while True:
            got = yield await inner(got)
    except ValueError as error:
        yield repr(error)
    finally:
        await inner(0)

async def generators(n):
    generator = echoing()
    found = [await generator.asend(None), await generator.asend(n), await generator.athrow(ValueError(n)), await generator.aclose()]
    async with contextlib.AsyncExitStack() as stack:
        found.append(await stack.enter_async_context(managed(n)))
    left = echoing()
    async for _ in left:
        break
    return found, left.ag_running

@contextlib.asynccontextmanager
async def managed(number):
    await inner(number)
    yield number
    await inner(number)

async def looks(n):
    async def deeper(depth):
        if depth:
            return await deeper(depth - 1)
        await asyncio.sleep(0)
        stack, task, text = inspect.stack(0), asyncio.current_task(), io.StringIO()
        task.print_stack(file=text)
        try:
            raise KeyError(n) from ValueError(n)
        except KeyError:
            return [frame.function for frame in stack], traceback.format_exc(), text.getvalue(), len(task.get_stack())
    coroutine = deeper(n)
    state = inspect.getcoroutinestate(coroutine)
    found = await coroutine
    things = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(n), asyncio.Queue(n), asyncio.get_running_loop()
    return state, inspect.getcoroutinestate(coroutine), found, [repr(thing) for thing in things], asyncio.iscoroutinefunction(deeper)
