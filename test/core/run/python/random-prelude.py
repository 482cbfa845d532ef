import asyncio, contextvars, gc, selectors, sys, time, traceback, weakref

# When Python looks for cycles depends on how much was allocated, by the recorder too.
gc.disable()
seen = contextvars.ContextVar("seen", default="nothing")

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
    # In a debugged loop, where a coroutine was made is told with a frame of the recorder's in an eager task's first step.
    loop.set_debug(number % 5 == 4 and number % 7 != 5)
    if sys.version_info[:2] == (3, 13):
        pass  # 3.13.0 calls every task of a factory None, by which they cannot be put in order
    elif number % 7 == 1:
        loop.set_task_factory(lambda loop, coroutine, **options: asyncio.Task(coroutine, loop=loop, **options))
    elif number % 7 == 3:
        loop.set_task_factory(lambda loop, coroutine, **options: asyncio.tasks._PyTask(coroutine, loop=loop, **options))
    elif number % 7 == 5:
        loop.set_task_factory(getattr(asyncio, "eager_task_factory", None))
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
        self.lock, self.event, self.queue, self.semaphore, self.condition, self.narrow = [None] * 6
    def __getattribute__(self, name):
        if object.__getattribute__(self, name) is None:
            made = {
                "lock": asyncio.Lock, "event": asyncio.Event, "queue": asyncio.Queue, "condition": asyncio.Condition,
                "narrow": lambda: asyncio.Queue(1), "semaphore": lambda: asyncio.Semaphore(2),
            }
            object.__setattr__(self, name, made[name]())
        return object.__getattribute__(self, name)

class Leaves:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print(self.name, "is gone")

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
