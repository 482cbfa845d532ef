
# Pieces that are called, between and after runs of the loop.

@dataclasses.dataclass
class Record:
    name: str
    number: int = 0
    def __del__(self):
        print("gone", self.name)

def twice(number):
    return 2 * number

def speaks(number):
    print("child process", twice(number), __name__, threading.active_count(), flush=True)

def pickled(n):
    record = pickle.loads(pickle.dumps(Record("pickled", n)))
    return copy.deepcopy(record) == record, pickle.loads(pickle.dumps((twice, time.sleep, asyncio.sleep)))[0](n)

def inspected(n):
    functions = (twice, inner, time.sleep, os._exit, input)
    texts = [str(inspect.signature(function)) for function in functions[:2]], [function.__name__ for function in functions]
    return texts, inspect.getsource(twice), inspect.getsourcelines(Awaitable)[1], inspect.getmodule(twice).__name__, time.sleep.__doc__[:20]

def runs(n):
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    found = [loop.run_until_complete(waits(number, 0.001, number == 2)) for number in range(min(n, 2))]
    loop.call_soon(loop.stop)
    loop.run_forever()
    left = loop.create_task(waits(n, 100), name="left")
    loop.run_until_complete(asyncio.sleep(0))
    if n % 2:
        left.cancel()
        print(loop.run_until_complete(asyncio.gather(left, return_exceptions=True)))
    loop.close()
    asyncio.set_event_loop(None)
    return found, left.done()

def runner(n):
    if sys.version_info < (3, 11):
        return
    with asyncio.Runner(debug=n % 2 == 0) as runner:
        found = [runner.run(inner(number)) for number in range(n)]
        try:
            runner.run(waits(n, 0.001, True))
        except ZeroDivisionError:
            traceback.print_exc()
        runner.get_loop().create_task(waits(n, 100))
    return found

def never(n):
    inner(n)
    forgotten = [waits(n, number) for number in range(n)]
    forgotten.clear()
    warnings.warn("of the program's own")
    async def starts():
        asyncio.ensure_future(waits(n, 100))
        inner(n)
        asyncio.ensure_future(waits(n, 0, True))
        await asyncio.sleep(0.01)
    asyncio.run(starts(), debug=n == 3)

def threaded(n):
    def work(number):
        asyncio.run(waits(number, 0.001, number == 1))
    for number in range(n):
        thread = threading.Thread(target=work, args=(number,), name=f"worker {number}")
        thread.start()
        thread.join()
    return [thread.name for thread in threading.enumerate() if not thread.name.startswith("asyncio-waitpid")]

def forked(n):
    if not hasattr(os, "fork"):
        return
    pid = os.fork()
    if pid == 0:
        print("forked", threading.active_count(), flush=True)
        asyncio.run(waits(n, 0.001))
        os._exit(n)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), subprocess.run(["sh", "-c", f"exit {n}"]).returncode

def spawned(n):
    process = multiprocessing.get_context("spawn").Process(target=speaks, args=(n,))
    process.start()
    process.join()
    return process.exitcode

def traced(n):
    lines = []
    def tracer(frame, event, argument):
        if frame.f_code.co_filename == __file__:
            lines.append((event, frame.f_code.co_name, frame.f_lineno))
            return tracer
    async def starts():
        await inner(n)
        task = asyncio.ensure_future(ticks(n, 2))
        await ticks(n, 1)
        sys.settrace(tracer)
        await ticks(n, 4)
        await task
        sys.settrace(None)
    asyncio.run(starts())
    return lines

def interrupted(n):
    async def starts():
        asyncio.get_running_loop().call_later(0.001 * n, signal.raise_signal, signal.SIGINT)
        try:
            await waits(n, 10)
        except asyncio.CancelledError as error:
            print("cancelled", error.args)
            raise
    try:
        asyncio.run(starts())
    except KeyboardInterrupt as error:
        return [frame.name for frame in traceback.extract_tb(error.__traceback__)]

def reported(n):
    asked = []
    class Loud:
        def __repr__(self):
            asked.append("repr")
            return "loud"
        def __str__(self):
            asked.append("str")
            return "loud"
    class Failure(Exception):
        def __str__(self):
            asked.append("failure")
            return "failure"
    async def fails():
        await asyncio.sleep(0)
        raise Failure(Loud())
    async def starts():
        return await asyncio.gather(*[fails() for _ in range(n)], return_exceptions=True)
    return len(asyncio.run(starts())), asked

# How a program ends.

def ends_well():
    atexit.register(print, "at exit")

def ends_by_an_exception():
    atexit.register(lambda: 1 / 0)
    asyncio.run(waits(1, 0, True))

def ends_by_exit():
    async def leaves():
        await inner(1)
        sys.exit("so long")
    asyncio.run(leaves())

def ends_at_once():
    sys.stdout.flush()
    os._exit(4)

def ends_by_a_signal():
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGTERM)

def ends_by_an_interrupt():
    raise KeyboardInterrupt

def ends_with_tasks():
    global kept
    loop = asyncio.new_event_loop()
    generator = echoing()
    kept = loop.create_task(waits(1, 100)), generator, Record("at the end"), loop
    loop.run_until_complete(generator.__anext__())

def ends_with_a_thread():
    def works():
        time.sleep(0.05)
        asyncio.run(inner(1))
        print("a thread has ended")
    threading.Thread(target=works).start()

def ends_with_a_hook():
    sys.excepthook = lambda kind, error, trace: print("hook", kind.__name__, error, len(traceback.extract_tb(trace)))
    sys.unraisablehook = lambda what: print("unraisable", what.exc_value)
    class Fails:
        def __del__(self):
            raise ValueError("in a finalizer")
    Fails()
    raise ValueError("for the hook")
