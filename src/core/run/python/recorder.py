"""The Python recorder: watches a program and its event loops, and writes what happens as JSON lines to descriptor 3.

`sitecustomize` calls `install` before the program starts. From then on the program must see what it would see without
us, so this file keeps to a few rules:

- It imports nothing that Python does not have built in: the learner's `queue.py` must still shadow the library's.
- No frame of ours is on the stack while code of the program runs. The loop is watched through its queue of ready
  handles and its selector, functions through descriptors that act before and after a call (`Watched`), the rest
  through audit events.
- Nothing of the program is kept alive: no task, coroutine or frame is referred to longer than a few instructions.

The events are described in src/core/trace/events.ts. Times inside are seconds on the run's clock.
"""

from __future__ import annotations

import _functools
import _thread
import _weakref
import atexit
import gc
import itertools
import os
import sys
import time
import warnings
from _collections import deque

try:
    from _json import encode_basestring_ascii as quote
except ImportError:

    def quote(text: str) -> str:
        """A JSON string literal, for a Python built without its C accelerator."""
        units = text.encode("utf-16-be", "surrogatepass")
        return '"' + "".join("\\u" + units[at : at + 2].hex() for at in range(0, len(units), 2)) + '"'


TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Handle, Task, TimerHandle
    from types import CodeType, FrameType, TracebackType
    from typing import Any, Callable, Final, Iterable, Iterator

EVENTS_DESCRIPTOR: Final = 3
MOST_UNSENT: Final = 100_000
PATIENCE_AT_THE_END: Final = 10.0
SHORTEST_BLOCK: Final = 0.001
SHORTEST_IDLE: Final = 0.00005
LONG_IDLE: Final = 0.1
SAMPLE_SECONDS: Final = 0.02
SHORTEST_SAMPLED_BLOCK: Final = 0.05
LANE_ATTRIBUTE: Final = "_async_tutor_lane"
HERE: Final = __file__
OLD_FRAMES: Final = sys.version_info < (3, 10)
#: Where a suspended coroutine's yielding instruction lies, seen from the one that its frame is at.
YIELD_AT: Final = 2 if sys.version_info < (3, 11) else 0 if sys.version_info < (3, 13) else -2
LOOP_HOUSEKEEPING: Final = frozenset(("shutdown_asyncgens", "shutdown_default_executor"))


# ---------------------------------------------------------------------------------------------------------------------
# The channel and the clock


class Channel:
    """The pipe to the launcher: descriptor 3, moved out of the program's sight. Every line begins with a token, by which
    the launcher tells it from what the program may write there."""

    def __init__(self, descriptor: int, token: str) -> None:
        self._token = token.encode()
        # Kept here because the last events are written when Python has already emptied its modules.
        self._status, self._send, self._close = os.fstat, os.write, os.close
        self._identity = self._identify(descriptor)
        self._descriptor: int | None = self._move(descriptor)

    def _identify(self, descriptor: int) -> tuple[int, int]:
        status = self._status(descriptor)
        return status.st_dev, status.st_ino

    @staticmethod
    def _move(descriptor: int) -> int:
        """The lowest free descriptors belong to the program, as they would without us."""
        for high in (1000, 250, 60):
            try:
                moved = os.dup2(descriptor, high, inheritable=False)
            except OSError:
                continue
            os.close(descriptor)
            return moved
        os.set_inheritable(descriptor, False)
        return descriptor

    def lines(self, text: str) -> bytes:
        """Some lines as they are sent."""
        return self._token + text.encode("ascii").replace(b"\n", b"\n" + self._token) + b"\n"

    def write(self, text: str) -> None:
        """Writes these lines, or closes the channel when nobody reads any more or the program has taken the number."""
        rest = memoryview(self.lines(text))
        while rest and self._descriptor is not None:
            try:
                if self._identify(self._descriptor) != self._identity:
                    self._descriptor = None
                    return
                rest = rest[self._send(self._descriptor, rest) :]
            except OSError:
                self._descriptor = None

    def close(self, last: bytes = b"") -> None:
        """Ends the stream of events; later writes do nothing. Works without Python's built-in names."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            if last:
                self._send(descriptor, last)
            self._close(descriptor)


class RealClock:
    """Time as it passes. Moments are in seconds; `origin` is the one at which the program started."""

    skips: bool = False

    def __init__(self) -> None:
        self.now: Callable[[], float] = time.perf_counter
        self.origin = self.now()


# ---------------------------------------------------------------------------------------------------------------------
# The program's text and its frames


def _number(value: int | None) -> str:
    return "null" if value is None else str(value)


class Place:
    """A line of one of the program's files, None where it is unknown. `last` is it as an event's last members; where the
    line is no last member, the event ends with the file's `tail`."""

    __slots__ = ("line", "source", "tail", "last")

    def __init__(self, line: int | None, source: Source | None) -> None:
        self.line = line
        self.source = source
        self.tail = "]" if source is None else source.tail
        self.last = _number(line) + self.tail

    def called(self) -> str | None:
        """The function that the line calls when calling is all it does, else None."""
        return None if self.source is None or self.line is None else self.source.called(self.line)

    def __str__(self) -> str:
        """For a person: `line 8`, in another file than the main one `line 8 of lib/db.py`."""
        return f"line {self.line}" + (f" of {self.source.name}" if self.source is not None and self.source.name else "")


#: The place of what nobody knows the place of.
NOWHERE: Final = Place(None, None)


class Site(Place):
    """A place where the program awaits, and what it awaits in the learner's words (`asyncio.sleep`, `queue.get`), None
    where that is not certain: `on` as an event gives it, `rest` the end of the event of waiting there for no other lane."""

    __slots__ = ("on", "rest")

    def __init__(self, line: int, source: Source, on: str | None) -> None:
        super().__init__(line, source)
        self.on = None if on is None else quote(on)
        self.rest = f"{line},{self.on},[]{self.tail}"


class Function:
    """What is known of one of the program's functions: the places where it was seen to wait, by the index of their
    instruction; the only place, when there is no other; and the end of the event that a call of it is told by. Keeps the
    code, whose identity it is known by."""

    __slots__ = ("code", "source", "sites", "only", "call_text")

    def __init__(self, code: CodeType, source: Source) -> None:
        self.code = code
        self.source = source
        self.sites: dict[int, Site] = {}
        self.only: Site | None = None
        self.call_text = f'{quote(_code_name(code))},"call",{code.co_firstlineno}{source.tail}'

    def site(self, frame: FrameType) -> Site:
        """Where a frame of the function is suspended; found once for every place in it."""
        site = self.sites.get(frame.f_lasti)
        if site is None:
            site = self.sites[frame.f_lasti] = Site(frame.f_lineno, self.source, self.source.awaited(frame))
            if _awaits_once(frame):
                self.only = site
        return site


class Source:
    """The text of one of the program's files: finds what a line awaits or calls, in the learner's words. `name` is the path
    from the main file's folder and `number` the one that it is told by; the main file has none."""

    # The program may put something else in the place of Python's own.
    _open = staticmethod(open)

    def __init__(self, path: str, name: str = "", number: int | None = None) -> None:
        self.name = name
        self.number = number
        self.tail = "]" if number is None else f",{number}]"
        self._lines = self._read(path)

    def _read(self, path: str) -> list[str]:
        try:
            with self._open(path, "rb") as file:
                return file.read().decode("utf-8", "replace").splitlines()
        except OSError:
            return []

    def _line(self, number: int) -> str:
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def assigned(self, frame: FrameType, makers: list[str]) -> str | None:
        """The variable that the line a frame is at assigns a new object of one of these classes to, None where that is not
        certain. `first, second = Lock(), Lock()` is told apart where Python knows the column."""
        target, _, value = self._line(frame.f_lineno).partition("=")
        at = len(target) + 1
        names, values = list(_members(target, 0)), list(_members(value, at))
        if len(names) == 1:
            names, values = [(0, target.partition(":")[0].strip())], [(at, value.strip())]
        made = [
            (start, name)
            for (_, name), (start, text) in zip(names, values)
            if _dotted(text, 0).rpartition(".")[2] in makers and name and _dotted(name, 0) == name
        ]
        if len(names) != len(values) or not made:
            return None
        column = _column(frame) if len(made) > 1 else made[0][0]
        return next((name for start, name in made if start == column), None)

    def defined(self) -> set[str]:
        """Names of the functions and methods that the file defines, and maybe others."""
        return {line.strip().partition("def ")[2].partition("(")[0].strip() for line in self._lines if "def " in line}

    def awaited(self, frame: FrameType) -> str | None:
        """What a frame that is suspended awaits, None where that is not certain."""
        found = list(_awaits_in(self._line(frame.f_lineno)))
        if len(found) == 1:
            return found[0][1]
        column = _column(frame) if found else None
        return next((text for at, text in found if at == column), None)

    def called(self, number: int) -> str | None:
        """The function that a line calls when calling is all it does, else None."""
        text = self._line(number).strip()
        if text.startswith(("import ", "from ")):
            return "import"
        head = text.split("=", 1)[-1].strip() if "=" in text.split("(", 1)[0] else text
        for keyword in ("return ", "await "):
            head = head[len(keyword) :].lstrip() if head.startswith(keyword) else head
        name = _dotted(head, 0)
        is_call = bool(name) and head[len(name) :].lstrip().startswith("(")
        return name if is_call and name not in ("if", "while", "print") else None

    def calls(self, number: int | None, name: str) -> bool:
        """Whether a line calls a function of this name."""
        return number is not None and _calls(self._line(number), name)

    def places_calling(self, name: str) -> list[Place]:
        """The lines that call a function of this name."""
        return [Place(at, self) for at, text in enumerate(self._lines, 1) if _calls(text, name)]


class OwnFiles(dict):  # type: ignore[type-arg]
    """The program's own files, by the name that their code has for them: the main file, and the modules beside and below
    it, also those below the working directory when the main file is below that too. Installed packages, virtual
    environments, Python's library and hidden folders are not the program's own."""

    PACKAGES: Final = ("site-packages", "dist-packages", "__pypackages__")
    LONGEST_NAME: Final = 500

    def __init__(self, program: str) -> None:
        super().__init__()
        self.main = self[program] = Source(program)
        self._program = program
        self._judged = {program}
        self._folder = os.path.dirname(program)
        self._start = os.getcwd()
        library = os.path.join(os.path.dirname(os.__file__), "")
        self._excluded = "<", library, os.path.join(os.path.realpath(library), ""), HERE
        self._count = 0

    def importing(self, filename: str) -> Source | None:
        """Code of this file is about to run. Returns the file when it is one of the program's that is not known yet."""
        if filename.startswith(self._excluded) or not filename.endswith((".py", ".pyw")) or filename in self._judged:
            return None
        self._judged.add(filename)
        path = os.path.join(self._start, filename)
        try:
            name = self._name_of(path)
            if name is None:
                return None
            if os.path.samefile(path, self._program):
                self[filename] = self.main
                return None
        except (OSError, ValueError):
            return None
        self._count += 1
        source = self[filename] = Source(path, name, self._count)
        return source

    def _name_of(self, path: str) -> str | None:
        """The path from the main file's folder to another of the program's files, with `/` between its parts."""
        real = os.path.realpath(path)
        if real.startswith(self._excluded):
            return None
        for file, folder, start in (
            (path, self._folder, self._start),
            (real, os.path.realpath(self._folder), os.path.realpath(self._start)),
        ):
            name = os.path.relpath(file, folder)
            parts = name.split(os.sep)
            up = parts.count(os.pardir)
            below = parts[up:-1]
            shown = "/".join(parts)
            if (
                (up == 0 or up <= self._levels(folder, start))
                and len(shown) <= self.LONGEST_NAME
                and shown.isprintable()
                and not ("\\" in shown or shown[1:2] == ":")
                and not any(part[0] == "." or part in self.PACKAGES for part in below)
                and not self._in_environment(os.path.join(folder, *parts[:up]), below)
                and os.path.samefile(os.path.normpath(os.path.join(self._folder, name)), path)
            ):
                return shown
        return None

    @staticmethod
    def _levels(folder: str, start: str) -> int:
        """How many folders the main file's one lies below the working directory; 0 where that is a drive's root."""
        way = os.path.relpath(folder, start).split(os.sep)
        return 0 if way[0] in (os.curdir, os.pardir) or os.path.dirname(start) == start else len(way)

    @staticmethod
    def _in_environment(folder: str, below: list[str]) -> bool:
        for part in below:
            folder = os.path.join(folder, part)
            if os.path.exists(os.path.join(folder, "pyvenv.cfg")):
                return True
        return False


def _members(text: str, start: int) -> Iterator[tuple[int, str]]:
    """What commas outside of brackets separate in a line of code, up to any comment, and where each begins."""
    depth = begin = 0
    for at, character in enumerate(text.partition("#")[0] + ","):
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0:
            part = text[begin:at]
            if part.strip():
                yield start + begin + len(part) - len(part.lstrip()), part.strip()
            begin = at + 1


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _dotted(text: str, at: int) -> str:
    """The dotted name that starts at this place, maybe empty."""
    end = at
    while end < len(text) and (_is_word(text[end]) or text[end] == "."):
        end += 1
    return text[at:end].rstrip(".")


def _words(text: str, word: str) -> Iterator[int]:
    """Where the word stands in a line of code, by itself and before any comment."""
    at = text.find(word)
    while at >= 0 and "#" not in text[:at]:
        end = at + len(word)
        if not (at and (_is_word(text[at - 1]) or text[at - 1] == ".")) and not (end < len(text) and _is_word(text[end])):
            yield at
        at = text.find(word, end)


def _awaits_in(text: str) -> Iterator[tuple[int, str]]:
    for at in _words(text, "await"):
        start = at + len("await")
        while start < len(text) and text[start] in " (":
            start += 1
        yield at, _dotted(text, start) or "await"
    for at in _words(text, "yield"):
        rest = text[at + len("yield") :].lstrip()
        if rest.startswith("from "):
            yield at, _dotted(rest[5:].lstrip(" ("), 0) or "yield from"
    for at in _words(text, "async"):
        rest = text[at + len("async") :].lstrip()
        if rest.startswith("with "):
            yield at, "async with " + _dotted(rest[5:].lstrip(" ("), 0)
        elif rest.startswith("for "):
            yield at, "async for " + _dotted(rest.partition(" in ")[2].lstrip(" ("), 0)


def _calls(text: str, name: str) -> bool:
    for at in _words(text.replace("." + name, " " + name), name):
        if text[at + len(name) :].lstrip().startswith("(") and not text[:at].rstrip().endswith("def"):
            return True
    return False


def _column(frame: FrameType) -> int | None:
    """Column of the expression that the frame is at; Python knows it since 3.11."""
    positions = getattr(frame.f_code, "co_positions", None)
    if positions is None:
        return None
    found = next(itertools.islice(positions(), frame.f_lasti // 2, None), None)
    return None if found is None else found[2]


def _awaits_once(frame: FrameType) -> bool:
    """Whether a suspended coroutine's code has no other instruction by which it could be suspended."""
    code = frame.f_code.co_code
    return code[::2].count(code[frame.f_lasti + YIELD_AT]) == 1


def _short_name(qualified: str) -> str:
    """A function's name as the learner knows it: without the functions that it is defined in."""
    return qualified.rpartition("<locals>.")[2]


def _code_name(code: CodeType) -> str:
    return _short_name(getattr(code, "co_qualname", code.co_name))


async def _coroutine() -> None:
    """Lends its type."""


def _generator() -> Iterator[None]:
    yield


_sample = _coroutine()
CoroutineType: Final = type(_sample)
_sample.close()
GeneratorType: Final = type(_generator())
BuiltinMethodType: Final = type(len)
MethodType: Final = type(RealClock().__init__)
CodeOfPython: Final = type(_generator.__code__)


#: Coroutines of asyncio that wait for no task and run no code of the program's.
LIBRARY_LEAVES: Final = frozenset((
    "sleep", "Queue.get", "Queue.put", "Queue.join", "Event.wait", "Lock.acquire", "Semaphore.acquire",
    "Condition.acquire", "StreamReader.readline", "StreamReader.read",
))  # fmt: skip


def suspended_frames(
    coroutine: Any, files: OwnFiles, leaves: frozenset[str], by_program: bool
) -> tuple[list[FrameType], Any, bool]:
    """The program's own frames in a chain of awaits, outermost first; what the last of them awaits (without any, the leaf
    at the end of the chain); and whether that is one of the leaves. `by_program`: a frame of the program's awaits the
    chain. Python audits every look at a frame, which costs time, so leaves are known by name and frames by their mark."""
    own: list[FrameType] = []
    awaited = last = coroutine if by_program else None
    while coroutine is not None:
        kind = type(coroutine)
        if kind is CoroutineType:
            if coroutine.__qualname__ in leaves:
                return own, coroutine if awaited is None else awaited, last is coroutine
            frame, inner = coroutine.cr_frame, coroutine.cr_await
        elif kind is GeneratorType:
            frame, inner = coroutine.gi_frame, coroutine.gi_yieldfrom
        else:
            generator = generator_behind(coroutine) if awaited is None else None
            if generator is None:
                break
            frame, inner = generator.ag_frame, generator.ag_await
        if frame is None:
            break
        if type(frame.f_trace) is Returns or frame.f_code.co_filename in files:
            own.append(frame)
            awaited = last = inner
        coroutine = inner
    return own, awaited, False


def generator_behind(awaitable: Any) -> Any:
    """The asynchronous generator that `aclose()` or its like gave this awaitable for; None for anything else."""
    if not type(awaitable).__name__.startswith("async_generator_"):
        return None
    return next((one for one in gc.get_referents(awaitable) if type(one).__name__ == "async_generator"), None)


def running_frames(frame: FrameType | None, files: OwnFiles, ends: set[CodeType]) -> list[FrameType]:
    """The program's frames on a stack, outermost first, up to the frame that the lane was started by."""
    frames: list[FrameType] = []
    while frame is not None and frame.f_code not in ends:
        if frame.f_code.co_filename in files:
            frames.append(frame)
        frame = frame.f_back
    frames.reverse()
    return frames


def exception_text(error: BaseException | None) -> str | None:
    """`ValueError: no such city`, made without running any code of the program."""
    if error is None:
        return None
    name = type(error).__name__
    printer = type(error).__str__
    builtin = getattr(getattr(printer, "__objclass__", None), "__module__", None) == "builtins"
    if not builtin or not all(type(value) in (str, int, float, bool, type(None)) for value in error.args):
        return name
    text = str(error)
    return f"{name}: {text}" if text else name


def without_our_frames(error: BaseException | None) -> None:
    """Takes the recorder's frames out of an exception's tracebacks, which a wrapper of ours may have entered."""
    seen: list[BaseException] = []
    todo = [error]
    while todo:
        current = todo.pop()
        if current is None or any(current is known for known in seen):
            continue
        seen.append(current)
        entry: TracebackType | None = current.__traceback__
        while entry is not None:
            while entry.tb_next is not None and entry.tb_next.tb_frame.f_code.co_filename == HERE:
                entry.tb_next = entry.tb_next.tb_next
            entry = entry.tb_next
        todo += [current.__cause__, current.__context__, *getattr(current, "exceptions", ())]


# ---------------------------------------------------------------------------------------------------------------------
# Lanes and events


class Lane:
    """What the recorder knows of a lane. Kept until the lane has ended; refers to its task weakly."""

    __slots__ = (
        "number", "text", "name", "parent", "kind", "place", "code", "created", "task", "calls", "marks", "seen",
        "waiting", "awaiter", "cancels", "function",
    )  # fmt: skip

    def __init__(
        self, number: int, name: str, parent: Lane | None, kind: str, code: CodeType | None, place: Place
    ) -> None:
        self.number = number
        # As the events give it; written once, as every step needs it three times.
        self.text = str(number)
        self.name = name
        self.parent = parent
        self.kind = kind
        self.code = code
        # Where its function is defined, later where it goes on from.
        self.place = place
        # For a task of one of the program's coroutine functions, what its waits look like.
        self.function: Function | None = None
        self.created = 0.0
        self.task: Callable[[], Task[Any] | None] = _nothing
        self.calls: list[int] = []
        self.marks: list[tuple[CodeType, int]] = []
        self.seen = 0.0
        self.waiting = False
        self.awaiter: Lane | None = None
        self.cancels = 0


def _nothing() -> None:
    return None


def milliseconds(seconds: float) -> str:
    """A duration, or a moment since the program started, as the events give it: to a thousandth. An integer with an
    exponent is written in half the time that three decimals take."""
    return f"{int(seconds * 1e6 + 0.5)}e-3"


class Written:
    """A line that the program is writing."""

    __slots__ = ("lane", "stream", "text", "time")

    def __init__(self, lane: Lane | None, stream: str, text: str, moment: float) -> None:
        self.lane = lane
        self.stream = stream
        self.text = text
        self.time = moment


class Returns(tuple):  # type: ignore[type-arg]
    """Hangs on a frame as its trace function, which is ignored while nobody traces, and dies with the frame: that tells
    when a call has returned. A tuple, which is made fastest, of the recorder, the lane, the call's number and function."""

    __slots__ = ()

    def __call__(self, *_: object) -> None:
        """A debugger that turns tracing on may call it."""

    def __del__(self) -> None:
        recorder, lane, number, _ = self
        if number in lane.calls:
            recorder.call_returned(lane, number, recorder.stamp(recorder.now()))


class Recorder:
    """Knows the lanes and writes the events. Every method that writes takes the moment it writes of, in seconds."""

    def __init__(self, program: str, clock_name: str, clock: RealClock, channel: Channel) -> None:
        self.files = OwnFiles(program)
        self.leaves = LIBRARY_LEAVES
        self._spare_leaves(self.files.main)
        # By a code's identity, which is found faster than its value.
        self._functions: dict[int, Function] = {}
        self.clock = clock
        self.now = clock.now
        self.origin = clock.origin
        self.events: list[str] = []
        self.held: list[Lane | Written] = []
        self.open: dict[int, Lane] = {}
        self.watches: dict[int, LoopWatch] = {}
        self.foreign: dict[int, ForeignWatch] = {}
        self.threads: dict[int, Lane] = {}
        self.frame_ends: set[CodeType] = set()
        self.sampler: Sampler | None = None
        self.finishing = False
        self.traced = False
        self.last_line = b""
        self.failure: str | None = None
        self.stepped = clock.origin
        self._channel = channel
        self._writing = _thread.allocate_lock()
        self._numbers = itertools.count(1)
        self.streams = [stream for stream in (sys.stdout,) if stream is not None]
        self.unfinished_line = False
        header = f'{{"language":"python","file":{quote(program)},"clock":"{clock_name}","pid":{os.getpid()}}}'
        self.emit(f'["start",0,{header}]')
        first = Place(1, self.files.main)
        self.program = self.new_lane(os.path.basename(program), None, "program", None, first)
        self.threads[_thread.get_ident()] = self.program
        self.ran(self.program, self.origin, first)

    # -- writing

    def stamp(self, moment: float) -> str:
        """A moment as the events give it."""
        return milliseconds(moment - self.origin)

    def emit(self, event: str) -> None:
        """Queues one event, after those that were held back to be completed."""
        if self.held:
            self.settle()
        self.events.append(event)
        if self.finishing:
            self.flush(PATIENCE_AT_THE_END)

    def settle(self) -> None:
        """Queues the lanes that waited for their name and the unfinished line that the program was writing."""
        while self.held:
            try:
                item = self.held.pop(0)
            except IndexError:  # another thread was faster
                return
            self.events.append(self._written(item) if isinstance(item, Written) else self._created(item))

    def flush(self, patience: float = 0) -> None:
        """Sends what is queued. Another thread, or this one further down the stack, may be at it: then it is left to
        that, or waited for, for so many seconds at most."""
        if not self._writing.acquire(patience > 0, patience or -1):
            return
        try:
            count = len(self.events)
            if count:
                chunk = self.events[:count]
                del self.events[:count]
                self._channel.write("\n".join(chunk))
        finally:
            self._writing.release()

    def keep_up(self) -> None:
        """Waits for the launcher when it reads much slower than the program does things."""
        if len(self.events) > MOST_UNSENT:
            self.flush(PATIENCE_AT_THE_END)

    def before_silence(self) -> None:
        """The thread is about to be held or idle: everything so far must be on its way, the program's text too."""
        if self.unfinished_line:
            self.unfinished_line = False
            for stream in self.streams:
                try:
                    stream.flush()
                except (OSError, ValueError):
                    self.streams = []
        if self.held:
            self.settle()
        sampler = self.sampler
        if sampler is not None and not sampler.alive and not self.finishing:
            sampler.start()
        self.keep_up()

    # -- the program's files

    def importing(self, code: CodeType) -> None:
        """This code is about to run, maybe a module of the program's for the first time."""
        source = None if self.finishing else self.files.importing(code.co_filename)
        if source is not None:
            self._spare_leaves(source)
            self.events.append(f'["file",{self.stamp(self.now())},{source.number},{quote(source.name)}]')

    def _spare_leaves(self, source: Source) -> None:
        """What the program defines itself is not taken for asyncio's coroutine function of the same name."""
        words = source.defined()
        self.leaves = frozenset(name for name in self.leaves if not words.intersection(name.split(".")))

    def function(self, code: CodeType) -> Function:
        """What is known of the program's function with this code."""
        function = self._functions.get(id(code))
        if function is None:
            function = self._functions[id(code)] = Function(code, self.files[code.co_filename])
        return function

    def definition(self, code: CodeType | None) -> Place:
        """Where the program defines the function with this code; nowhere for what is not the program's."""
        source = None if code is None else self.files.get(code.co_filename)
        return NOWHERE if source is None or code is None else Place(code.co_firstlineno, source)

    def innermost(self, frames: list[FrameType]) -> Place:
        """Where the last of the program's frames is; nowhere without any."""
        return Place(frames[-1].f_lineno, self.files[frames[-1].f_code.co_filename]) if frames else NOWHERE

    # -- lanes

    def new_lane(self, name: str, parent: Lane | None, kind: str, code: CodeType | None, place: Place) -> Lane:
        """Creates a lane; its event is held until the next one, as a task may get its name just after its creation."""
        lane = Lane(next(self._numbers), name, parent, kind, code, place)
        lane.created = self.now()
        self.open[lane.number] = lane
        self.held.append(lane)
        return lane

    def _created(self, lane: Lane) -> str:
        task = lane.task()
        if task is not None:
            given = task.get_name()
            # Python 3.13.0 names a task "None" when its factory is told no name.
            if not (given.startswith("Task-") and given[5:].isdigit()) and given != "None":
                lane.name = _short_name(given)
        parent = "null" if lane.parent is None else lane.parent.number
        moment = self.stamp(lane.created)
        return f'["lane",{moment},{lane.number},{parent},{quote(lane.name)},"{lane.kind}",{lane.place.last}'

    def current(self) -> Lane | None:
        """The lane that runs on this thread."""
        thread = _thread.get_ident()
        watch = self.watches.get(thread)
        return self.threads.get(thread) if watch is None else watch.lane

    def ran(self, lane: Lane, moment: float, place: Place) -> None:
        lane.seen = moment
        lane.waiting = False
        self.stepped = moment
        self.emit(f'["run",{self.stamp(moment)},{lane.number},{place.last}')

    def waited(self, lane: Lane, at: str, place: Place, on: str, others: Iterable[Lane]) -> None:
        """A lane waits at this place; `on`, as an event gives it, is what is waited for."""
        lane.waiting = True
        numbers = ",".join([str(other.number) for other in others])
        self.emit(f'["wait",{at},{lane.number},{_number(place.line)},{on},[{numbers}]{place.tail}')

    def woke(self, lane: Lane, moment: float) -> None:
        if lane.waiting:
            lane.waiting = False
            self.emit(f'["wake",{self.stamp(moment)},{lane.number}]')

    def ended(self, lane: Lane, moment: float, outcome: str, failure: str | None = None) -> None:
        if self.open.pop(lane.number, None) is None:
            return
        at = self.stamp(moment)
        for call in reversed(lane.calls[:]):
            self.call_returned(lane, call, at)
        text = "null" if failure is None else quote(failure)
        self.emit(f'["end",{at},{lane.number},"{outcome}",{text}]')

    def cancelled(self, lane: Lane, moment: float, by: Lane | None, asker: str | None = None) -> None:
        """A lane was asked to cancel, by another one or by something of the library's."""
        lane.cancels += 1
        who = _number(None if by is None else by.number) + ("" if asker is None else "," + quote(asker))
        self.emit(f'["cancel",{self.stamp(moment)},{lane.number},{who}]')

    # -- calls inside lanes

    def see_calls(self, lane: Lane, frames: list[FrameType], moment: float, at: str, opens: bool = True) -> None:
        """Opens the calls of a lane that were not seen before and closes those that have gone."""
        numbers = self._marked(lane, frames, at, opens) if OLD_FRAMES else self._hung(lane, frames, at)
        if numbers != lane.calls:
            for number in reversed([call for call in lane.calls if call not in numbers]):
                self.call_returned(lane, number, at)
        lane.seen = moment

    def see_running_calls(self, lane: Lane, frames: list[FrameType], moment: float, opens: bool = True) -> None:
        """The same for frames on the stack, which the lane's own may be the outermost of."""
        own = bool(frames) and frames[0].f_code is lane.code
        self.see_calls(lane, frames[1:] if own else frames, moment, self.stamp(moment), opens)

    def _hung(self, lane: Lane, frames: list[FrameType], at: str) -> list[int]:
        numbers: list[int] = []
        for frame in frames:
            known = frame.f_trace
            if known is None:
                code = frame.f_code
                if code.co_name[0] != "<":
                    function = self.function(code)
                    number = self._open_call(lane, numbers, function, at)
                    numbers.append(number)
                    frame.f_trace = Returns((self, lane, number, function))
            elif type(known) is Returns and known[2] in known[1].calls:
                numbers.append(known[2])
        return numbers

    def _marked(self, lane: Lane, frames: list[FrameType], at: str, opens: bool) -> list[int]:
        """Python 3.9 mistakes lines in frames that have a trace function: there a flag on the frame tells whether it is
        the one seen before, and a call has ended at the last time it was seen."""
        opens = opens and not self.traced
        frames = [frame for frame in frames if frame.f_code.co_name[0] != "<"]
        marks = [(frame.f_code, object.__hash__(frame)) for frame in frames]
        same = 0
        while same < min(len(marks), len(lane.marks)) and marks[same] == lane.marks[same]:
            if not frames[same].f_trace_opcodes:
                break
            same += 1
        for number in reversed(lane.calls[same:]):
            self.call_returned(lane, number, self.stamp(max(lane.seen, lane.created)))
        numbers = lane.calls[:same]
        for frame in frames[same:] if opens else ():
            numbers.append(self._open_call(lane, numbers, self.function(frame.f_code), at))
            frame.f_trace_opcodes = True
        lane.marks = marks if opens else marks[:same]
        return numbers

    def unmark(self) -> None:
        """The program is about to trace itself, and would see Python 3.9's flags: they go, and calls are told no more."""
        self.traced = True
        frames = self.stack(sys._getframe(1))
        for lane in list(self.open.values()):
            task = lane.task()
            if task is not None:
                frames += suspended_frames(task.get_coro(), self.files, frozenset(), True)[0]
        for frame in frames:
            frame.f_trace_opcodes = False

    def _open_call(self, lane: Lane, outer: list[int], function: Function, at: str) -> int:
        number = next(self._numbers)
        parent = outer[-1] if outer else lane.number
        lane.calls.append(number)
        self.emit(f'["lane",{at},{number},{parent},{function.call_text}\n["nest",{at},{number},{parent}]')
        return number

    def call_returned(self, lane: Lane, number: int, at: str) -> None:
        """One of the open calls of a lane has ended."""
        lane.calls.remove(number)
        self.emit(f'["end",{at},{number},"done",null]')

    def function_of(self, frame: FrameType) -> Function:
        """What is known of the function that a frame of the program's belongs to."""
        mark = frame.f_trace
        return mark[3] if type(mark) is Returns else self.function(frame.f_code)

    # -- what happens inside lanes

    def stack(self, frame: FrameType | None) -> list[FrameType]:
        """The program's frames that the current lane has on this thread, outermost first."""
        return running_frames(frame, self.files, self.frame_ends)

    def blocked(self, lane: Lane | None, moment: float, place: Place, on: str, duration: float) -> None:
        """A call has held the thread up to this moment; the clock's `duration` is in seconds."""
        self.stepped = moment
        number = _number(None if lane is None else lane.number)
        what = f"{_number(place.line)},{quote(on)},{milliseconds(duration)}{place.tail}"
        self.emit(f'["block",{self.stamp(moment)},{number},{what}')

    def wrote(self, stream: str, text: str) -> None:
        """The program wrote a piece of text; pieces of one line by one lane become one event."""
        if self.finishing:
            self._ends_at(self.now())
            self._wrote_at_the_end(stream, text)
        elif self.sampler is not None and self.sampler.samples:
            self.sampler.settle(self.now())
        lane = self.current()
        if OLD_FRAMES and lane is not None and lane.calls:
            self.see_running_calls(lane, self.stack(sys._getframe(1)), self.now(), opens=False)
        last = self.held[-1] if self.held else None
        if isinstance(last, Written) and last.lane is lane and last.stream == stream:
            last.text += text
        else:
            self.held.append(Written(lane, stream, text, self.now()))
        if text.endswith("\n"):
            self.unfinished_line = False
            self.stepped = self.now()
            self.settle()
            self.keep_up()
            if self.finishing:
                self.flush(PATIENCE_AT_THE_END)
        elif stream == "stdout":
            self.unfinished_line = True

    def _wrote_at_the_end(self, stream: str, text: str) -> None:
        """While Python shuts down, it warns of coroutines that were never awaited by writing alone."""
        if stream == "stderr" and text.startswith("coroutine '") and text.endswith("' was never awaited"):
            self.never_awaited(text[len("coroutine '") : -len("' was never awaited")], None)

    def _written(self, item: Written) -> str:
        lane = _number(None if item.lane is None else item.lane.number)
        return f'["out",{self.stamp(item.time)},{lane},"{item.stream}",{quote(item.text)}]'

    def marked(self, text: str) -> None:
        lane = self.current()
        self.emit(f'["mark",{self.stamp(self.now())},{_number(None if lane is None else lane.number)},{quote(text)}]')

    def reported(self, context: Any) -> None:
        """asyncio reports an exception or a task that nobody looks after."""
        lane = getattr(context.get("task") or context.get("future"), LANE_ATTRIBUTE, None)
        message = str(context.get("message"))
        if lane is not None and message.endswith("exception was never retrieved"):
            self.emit(f'["unretrieved",{self.stamp(self.now())},{lane.number}]')
        elif lane is not None and message.endswith("was destroyed but it is pending!"):
            self.emit(f'["destroyed",{self.stamp(self.now())},{lane.number}]')

    def never_awaited(self, name: str, frame: FrameType | None) -> None:
        """A coroutine of this function has died without having been started."""
        lane = self.current()
        short = _short_name(name)
        place = self._place_calling(short.rpartition(".")[2], self.innermost(self.stack(frame)))
        number = _number(None if lane is None else lane.number)
        self.emit(f'["never-awaited",{self.stamp(self.now())},{number},{quote(short)},{place.last}')

    def _place_calling(self, name: str, likely: Place) -> Place:
        """Where a function is called: at the likely place if it is, else at the only one in the program's files."""
        if likely.source is not None and likely.source.calls(likely.line, name):
            return likely
        places = [place for source in set(self.files.values()) for place in source.places_calling(name)]
        return places[0] if len(places) == 1 else NOWHERE

    # -- the end

    def uncaught(self, error: BaseException | None) -> None:
        """The program ends by an exception, which Python is about to show."""
        without_our_frames(error)
        self.failure = exception_text(error)

    def finish(self) -> None:
        """The program has ended, but for what Python does while it shuts down."""
        if self.finishing:
            return
        if self.sampler is not None:
            self.sampler.settle(self.now())
            self.sampler.stop()
        moment = self.now()
        self._ends_at(moment)
        self.finishing = True
        for lane in list(self.open.values()):
            if lane is not self.program:
                self.ended(lane, moment, "pending")
        self.ended(self.program, moment, "done" if self.failure is None else "failed", self.failure)
        self.threads.clear()
        self.flush(PATIENCE_AT_THE_END)

    def _ends_at(self, moment: float) -> None:
        self.last_line = self._channel.lines(f'["exit",{self.stamp(moment)}]')

    def close(self) -> None:
        """The interpreter is about to be gone; what is called here can rely on nothing but its own attributes, and
        Python cannot even write a number any more."""
        self._channel.close(self.last_line)

    def forget(self) -> None:
        """This is a forked child: it is not recorded."""
        self._writing = _thread.allocate_lock()
        self._channel.close()
        self.sampler = None
        self.finishing = True
        if isinstance(self.clock, SkippingClock):
            self.clock.off = True


# ---------------------------------------------------------------------------------------------------------------------
# Event loops


def _count_of_one_reference() -> int:
    thing = object()
    keeper = [thing]
    return sys.getrefcount(thing) if keeper else 0


#: What `sys.getrefcount` says of a local variable's object that one other thing refers to.
ALONE: Final = _count_of_one_reference()
#: The same of a task that is waking: since Python 3.14, what it waited for still refers to it.
ALONE_AND_AWAITING: Final = ALONE + (sys.version_info >= (3, 14))

getrefcount: Final = sys.getrefcount
take_first: Final = deque.popleft
put_last: Final = deque.append


class ReadyQueue(deque):  # type: ignore[type-arg]
    """A loop's queue of ready handles that tells when a handle is taken and when one is added."""

    __slots__ = ("watch",)

    def popleft(self) -> Handle:
        """A handle is about to run, and the one before has ended."""
        handle: Handle = take_first(self)
        watch = self.watch
        now = watch.now()
        at = f"{int((now - watch.origin) * 1e6 + 0.5)}e-3"
        if watch.task is not None:
            watch.leave(now, at)
        watch.recorder.stepped = now
        watch.cause = watch.author = None
        if watch.foreign:
            watch.cause, watch.author = watch.foreign.pop(id(handle), (None, None))
        callback = handle._callback  # type: ignore[attr-defined]
        task = callback.__self__ if type(callback) is watch.step else watch.task_of(callback)
        if task is None:
            if isinstance(handle, watch.timer):
                watch.was_due(handle, now)
        else:
            lane = getattr(task, LANE_ATTRIBUTE, None)
            if lane is not None:
                recorder = watch.recorder
                if recorder.held or not watch.announced or (lane.cancels == 0 and task._must_cancel):
                    watch.before_step(lane, task, now)
                watch.lane = lane
                watch.task = task
                watch.requeued = lane.waiting = False
                lane.seen = now
                recorder.events.append(f'["run",{at},{lane.text},{lane.place.last}')
                if getrefcount(task) <= (ALONE if type(callback) is watch.step else ALONE_AND_AWAITING):
                    watch.handle = _weakref.ref(handle, watch.dropped)
        return handle

    def append(self, handle: Handle) -> None:
        """A handle was added: a new task, a task that may go on, or any callback."""
        put_last(self, handle)
        watch = self.watch
        callback = handle._callback  # type: ignore[attr-defined]
        task = callback.__self__ if type(callback) is watch.step else watch.task_of(callback)
        if task is None:
            if _thread.get_ident() != watch.thread:
                watch.foreign[id(handle)] = watch.now(), watch.recorder.current()
        elif task is watch.task:
            watch.requeued = True
        else:
            watch.may_go_on(task, handle._args)  # type: ignore[attr-defined]


class LoopWatch:
    """Follows one event loop: a handle runs from its taking until the next is taken or the loop looks for events. What
    every step of every task passes through is written to be fast: the queue's methods, `enter` and `leave`."""

    __slots__ = (
        "recorder", "now", "origin", "loop", "thread", "lane", "task", "requeued", "cause", "author", "foreign", "tasks",
        "timer", "handle", "step", "step_types", "methods", "library", "began", "announced", "outer", "place", "idle_from",
    )  # fmt: skip

    def __init__(self, recorder: Recorder, loop: AbstractEventLoop) -> None:
        asyncio = sys.modules["asyncio"]
        self.recorder = recorder
        self.now = recorder.now
        self.origin = recorder.origin
        self.loop = _weakref.ref(loop)
        self.thread = _thread.get_ident()
        self.lane: Lane | None = None
        self.task: Task[Any] | None = None
        self.requeued = False
        self.cause: float | None = None
        self.author: Lane | None = None
        self.foreign: dict[int, tuple[float, Lane | None]] = {}
        self.tasks = (asyncio.tasks.Task, asyncio.tasks._PyTask)
        self.timer = asyncio.events.TimerHandle
        self.handle: object = None
        # The type of callback that steps a task and does nothing else.
        self.step: type = LoopWatch
        self.step_types = {BuiltinMethodType: NAMED_STEP, MethodType: NAMED_STEP}
        self.methods = frozenset(dir(asyncio.Task))
        self.library = os.path.dirname(asyncio.__file__) + os.sep
        self.began = 0.0
        self.announced = False
        self.outer: Lane | None = None
        self.place = NOWHERE
        self.idle_from: float | None = None

    # -- the loop as a whole

    def begin(self) -> None:
        """The loop starts to turn on this thread. It is announced when it does something of the program's."""
        recorder = self.recorder
        if recorder.sampler is not None and recorder.sampler.samples:
            recorder.sampler.settle(recorder.now())
        self.thread = _thread.get_ident()
        self.announced = False
        self.outer = recorder.threads.get(self.thread)
        self.began = recorder.now()
        if self.outer is not None:
            frames = recorder.stack(sys._getframe(1))
            self.place = recorder.innermost(frames)
            recorder.see_running_calls(self.outer, frames, self.began)
        recorder.watches[self.thread] = self
        self.see_scheduled()
        if any(isinstance(item, Lane) for item in recorder.held):
            self.announce()

    def see_scheduled(self) -> None:
        """Takes note of the tasks that were scheduled before the loop was watched."""
        loop = self.loop()
        for handle in list(loop._ready) if loop is not None else ():  # type: ignore[attr-defined]
            task = self.task_of(handle._callback)
            if task is not None:
                self.may_go_on(task, handle._args)

    def announce(self) -> None:
        """Says that the loop turns, and that the code which started it waits for it."""
        recorder = self.recorder
        self.announced = True
        waited_for = [item for item in recorder.held if isinstance(item, Lane) and item.kind == "task"]
        recorder.emit(f'["loop",{recorder.stamp(self.began)},"begin"]')
        if self.outer is not None:
            on = quote(self.place.called() or "asyncio.run")
            recorder.waited(self.outer, recorder.stamp(self.began), self.place, on, waited_for)

    def end(self) -> None:
        """The loop stops turning on this thread."""
        self.left()
        self.cause = self.author = None
        recorder = self.recorder
        recorder.watches.pop(self.thread, None)
        if self.announced:
            moment = recorder.now()
            recorder.emit(f'["loop",{recorder.stamp(moment)},"end"]')
            if self.outer is not None:
                recorder.woke(self.outer, moment)
                recorder.ran(self.outer, moment, recorder.innermost(recorder.stack(sys._getframe(1))))
        self.outer = None

    def still_rests(self, now: float) -> None:
        """Called now and then by the sampler: a long sleep is told in pieces, as it may be the run's last."""
        since = self.idle_from
        if since is not None and self.announced and now - since >= LONG_IDLE:
            self.idle_from = now
            # A little more than it was, so that the pieces meet whatever was rounded.
            self.recorder.emit(f'["idle",{self.recorder.stamp(now)},{milliseconds(now - since + 2e-6)}]')

    def rested(self, start: float) -> None:
        """The loop had nothing ready from `start` until now."""
        now = self.recorder.now()
        self.recorder.stepped = now
        if now - start >= SHORTEST_IDLE:
            if not self.announced:
                self.announce()
            self.recorder.emit(f'["idle",{self.recorder.stamp(now)},{milliseconds(now - start)}]')

    # -- handles

    def task_of(self, callback: Any) -> Task[Any] | None:
        """The task that a callback of the loop steps, None for any other callback."""
        kind = type(callback)
        steps = self.step_types.get(kind)
        if steps is None:
            known = kind.__name__.startswith("Task") and kind.__module__ in ("_asyncio", "builtins")
            steps = self.step_types[kind] = STEP if known else NO_STEP
            if known:
                self.step = kind
        if steps == NO_STEP or (steps == NAMED_STEP and callback.__name__ in self.methods):
            return None
        task = callback.__self__
        return task if type(task) in self.tasks or isinstance(task, self.tasks) else None

    def may_go_on(self, task: Task[Any], args: tuple[Any, ...]) -> None:
        """A task that does not run is new, or what it waited for is there."""
        lane = getattr(task, LANE_ATTRIBUTE, False)
        if lane is False:
            self.created(task)
        elif lane is not None and lane.waiting:
            now = self.recorder.now()
            self._see_cancel(lane, task, args, now)
            self.recorder.woke(lane, now if self.cause is None else min(now, self.cause))

    def created(self, task: Task[Any]) -> Lane | None:
        """Gives a task its lane, unless it is the library's own housekeeping."""
        recorder = self.recorder
        coroutine = task.get_coro()
        generator = generator_behind(coroutine)
        code = getattr(coroutine, "cr_code", None) or getattr(coroutine, "gi_code", None)
        qualified = getattr(coroutine, "__qualname__", type(coroutine).__name__)
        if generator is not None:
            code, qualified = generator.ag_code, generator.__qualname__ + ".aclose"
        name = _short_name(qualified)
        place = recorder.definition(code)
        own = place is not NOWHERE
        lane = None
        if own or not self._is_housekeeping(name.rpartition(".")[2], code):
            parent = recorder.current() or self.author or self.outer
            lane = recorder.new_lane(name, parent, "task", code, place)
            lane.task = _weakref.ref(task)
            if own and type(coroutine) is CoroutineType and code is not None:
                lane.function = recorder.function(code)
        setattr(task, LANE_ATTRIBUTE, lane)
        return lane

    def _is_housekeeping(self, name: str, code: CodeType | None) -> bool:
        private = name.startswith("_") and name != "_wrap_awaitable"
        return name in LOOP_HOUSEKEEPING or (private and code is not None and code.co_filename.startswith(self.library))

    def discovered(self, task: Task[Any], awaiter: Lane, now: float) -> Lane | None:
        """A task that nobody told of is awaited: an eager one that a constructor of the program's made."""
        lane = self.created(task)
        if lane is not None:
            lane.parent = awaiter
            requeued, self.requeued = self.requeued, False
            self.lane, self.task, before = lane, task, (self.lane, self.task)
            self.leave(now, self.recorder.stamp(now))
            self.lane, self.task = before
            self.requeued = requeued
        return lane

    def was_due(self, timer: TimerHandle, now: float) -> None:
        """A timer goes off: what it causes could have been since it was due."""
        loop = self.loop()
        late = loop.time() - timer.when() if loop is not None else 0.0
        self.cause = now - max(late, 0.0)

    def before_step(self, lane: Lane, task: Task[Any], now: float) -> None:
        """Tells what must be told before a step of a task."""
        recorder = self.recorder
        if not self.announced:
            self.announce()
        if task._must_cancel and lane.cancels == 0:  # type: ignore[attr-defined]
            recorder.cancelled(lane, now, None)
        recorder.settle()

    def enter(self, lane: Lane, task: Task[Any], now: float) -> None:
        """A task is about to make a step, as `ReadyQueue.popleft` tells it of every one that it sees."""
        self.before_step(lane, task, now)
        self.lane = lane
        self.task = task
        self.requeued = lane.waiting = False
        lane.seen = now
        self.recorder.emit(f'["run",{self.recorder.stamp(now)},{lane.text},{lane.place.last}')

    def dropped(self, _: object) -> None:
        """The loop drops a handle that alone kept its task: what of the program dies with the task must not die in a call
        of ours, so the step ends here."""
        if self.task is not None:
            now = self.now()
            self.leave(now, self.recorder.stamp(now))

    def left(self) -> None:
        """The handle that ran has ended."""
        now = self.now()
        sampler = self.recorder.sampler
        if self.task is not None:
            self.leave(now, self.recorder.stamp(now))
        elif sampler is not None and sampler.samples:
            sampler.settle(now)

    def leave(self, now: float, at: str) -> None:
        """The step of a task has ended: the task is done, or waits."""
        recorder = self.recorder
        sampler = recorder.sampler
        if sampler is not None and sampler.samples:
            sampler.settle(now)
        lane = self.lane
        task = self.task
        self.lane = self.task = None
        if lane is None or task is None:
            return
        if task.done():
            if task.cancelled():
                recorder.ended(lane, now, "cancelled")
            else:
                failure = exception_text(task._exception)  # type: ignore[attr-defined]
                recorder.ended(lane, now, "done" if failure is None else "failed", failure)
            return
        if lane.cancels and hasattr(task, "cancelling"):
            lane.cancels = min(lane.cancels, task.cancelling())
        function = lane.function
        site = None
        if function is not None and not lane.calls:
            coroutine: Any = task.get_coro()
            awaited = coroutine.cr_await
            if type(awaited) is CoroutineType and awaited.__qualname__ in recorder.leaves:
                site = function.only or function.sites.get(coroutine.cr_frame.f_lasti)
        if site is None or site.on is None:
            site = self.suspended(lane, task, now, at)
            if site is None:
                return
        lane.place = site
        if recorder.held:
            recorder.settle()
        if self.requeued:
            recorder.events.append(f'["wait",{at},{lane.text},{site.rest}\n["wake",{at},{lane.text}]')
        else:
            lane.waiting = True
            recorder.events.append(f'["wait",{at},{lane.text},{site.rest}')

    def suspended(self, lane: Lane, task: Task[Any], now: float, at: str) -> Site | None:
        """A task has given the loop back: says where, and for what. Where it waits for no other one, that is left to the
        caller and the place returned."""
        recorder = self.recorder
        root: Any = task.get_coro()
        function = lane.function
        chain = root if function is None else root.cr_await
        frames, awaited, rests = suspended_frames(chain, recorder.files, recorder.leaves, function is not None)
        if frames or lane.calls:
            calls = frames[1:] if function is None and frames and frames[0].f_code is lane.code else frames
            recorder.see_calls(lane, calls, now, at)
        site = None
        if frames:
            function = recorder.function_of(frames[-1])
            site = function.only or function.site(frames[-1])
        elif function is not None:
            site = function.only or function.site(root.cr_frame)
        if rests and site is not None and site.on is not None:
            return site
        if site is not None:
            lane.place = site
        others = self._awaited_lanes(lane, task, awaited, now)
        for other in others:
            other.awaiter = lane
        if others and type(awaited) is not CoroutineType and isinstance(task._fut_waiter, self.tasks):  # type: ignore[attr-defined]
            on = quote(f"task {others[0].name}")
        elif site is not None and site.on is not None:
            on = site.on
        else:
            on = quote(awaited_name(awaited or root))
        recorder.waited(lane, at, lane.place, on, others)
        if self.requeued:
            recorder.woke(lane, now)
        return None

    def _awaited_lanes(self, lane: Lane, task: Task[Any], awaited: Any, now: float) -> list[Lane]:
        future = task._fut_waiter  # type: ignore[attr-defined]
        if future is None:
            return []
        lanes: list[Lane] = []
        for member in futures_behind(future, awaited):
            found = getattr(member, LANE_ATTRIBUTE, False)
            if found is False and isinstance(member, self.tasks) and not member.done():
                found = self.discovered(member, lane, now)
            if found and found not in lanes and (member is future or not member.done()):
                lanes.append(found)
        return lanes

    # -- cancellation

    def _see_cancel(self, lane: Lane, task: Task[Any], args: tuple[Any, ...], now: float) -> None:
        """A task that goes on because somebody asked it to cancel is told from one whose awaited task was cancelled."""
        asked = getattr(task, "cancelling", None)
        if asked is not None:
            if asked() > lane.cancels:
                self._tell_cancel(lane, now)
            return
        future = args[0] if args else None
        if future is not None and not isinstance(future, self.tasks) and future.cancelled():
            self._tell_cancel(lane, now)

    def _tell_cancel(self, lane: Lane, now: float) -> None:
        by, asker = self._who_asks()
        awaiter = lane.awaiter
        task = awaiter.task() if awaiter is not None and awaiter.waiting else None
        asked = getattr(task, "cancelling", None)
        if awaiter is not None and asked is not None and asked() > awaiter.cancels:
            self.recorder.cancelled(awaiter, now, by, asker)
        self.recorder.cancelled(lane, now, by, asker)

    def _who_asks(self) -> tuple[Lane | None, str | None]:
        """The lane that asks for a cancellation now, or what of the library does."""
        if self.lane is not None:
            return self.lane, None
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and frame.f_code not in self.recorder.frame_ends:
            if frame.f_code.co_filename.startswith(self.library):
                name = frame.f_code.co_name
                if name == "_on_task_done":
                    return getattr(frame.f_locals.get("task"), LANE_ATTRIBUTE, None), None
                if name in ASKERS:
                    return None, ASKERS[name]
            frame = frame.f_back
        return None, None


#: Whether a callback of a type steps a task: never, always, or if it is none of a task's public methods.
NO_STEP, STEP, NAMED_STEP = range(3)
#: Functions of the library that cancel tasks, and whom they do it for.
ASKERS: Final = {"_on_timeout": "asyncio.timeout", "_cancel_all_tasks": "asyncio.run", "_on_sigint": "Ctrl+C"}


def awaited_name(awaited: Any) -> str:
    """A name for what is awaited where the learner's text does not tell: `asyncio.sleep`, `queue.get`, `future`."""
    qualified: str = _short_name(getattr(awaited, "__qualname__", "future"))
    owner, _, name = qualified.rpartition(".")
    if owner:
        return f"{owner.lower()}.{name}"
    code = getattr(awaited, "cr_code", None)
    return f"asyncio.{name}" if code is not None and "asyncio" in code.co_filename else name


#: Coroutines of asyncio that wait for no task.
WITHOUT_LANES: Final = frozenset(("sleep", "get", "put", "join", "acquire", "__aenter__"))
MEMBERS: Final = {"_wait": "fs", "wait_for": "fut", "__aexit__": "self", "_cancel_and_wait": "fut"}
#: Callbacks that hang on a future which stands for another one, of `wrap_future` and of `shield`, and the variable of
#: theirs that holds the other one.
LINKS: Final = {"_call_check_cancel": "source", "_outer_done_callback": "inner"}


def futures_behind(future: Any, awaited: Any) -> list[Any]:
    """What an awaited future stands for: itself for a task; the members of a gather, a task group or a wait; the work
    in a thread or the shielded task that it was linked to."""
    if getattr(future, LANE_ATTRIBUTE, None) is not None or hasattr(future, "get_coro"):
        return [future]
    if type(awaited) is CoroutineType and awaited.__name__ in WITHOUT_LANES:
        return []
    members: Any = getattr(future, "_children", None)
    if members is None:
        members = _members_of(awaited)
    if members is None:
        return _linked_futures(future)
    found = [linked for member in members for linked in _linked_futures(member) or [member]]
    if isinstance(members, (set, frozenset)):
        found.sort(key=lambda member: getattr(getattr(member, LANE_ATTRIBUTE, None), "number", 0))
    return found


def _members_of(awaited: Any) -> Any:
    """What the library's own coroutines keep in their local variables."""
    while type(awaited) is CoroutineType and awaited.cr_frame is not None:
        variable = MEMBERS.get(awaited.__name__)
        if variable is not None and "asyncio" in awaited.cr_code.co_filename:
            value = awaited.cr_frame.f_locals.get(variable)
            if variable == "self":
                return getattr(value, "_tasks", None)
            return [value] if variable == "fut" else value
        awaited = awaited.cr_await
    return None


def _linked_futures(future: Any) -> list[Any]:
    """The futures that a future was chained or shielded to, from the callbacks that the library hung on it."""
    linked = []
    for callback, _ in getattr(future, "_callbacks", None) or ():
        variable = LINKS.get(getattr(callback, "__name__", ""))
        if variable is not None and variable in callback.__code__.co_freevars:
            value = callback.__closure__[callback.__code__.co_freevars.index(variable)].cell_contents
            if hasattr(type(value), "add_done_callback"):
                linked.append(value)
    return linked


class Selector:
    """Stands before a loop's selector and times its sleep."""

    def __init__(self, watch: LoopWatch, select: Callable[..., Any]) -> None:
        self._watch = watch
        self._select = select
        # Whoever brings a selector of their own may be woken by it in ways of its own.
        self._known = getattr(select, "__module__", None) in SELECTORS

    def __call__(self, timeout: float | None = None) -> Any:
        watch = self._watch
        watch.left()
        recorder = watch.recorder
        if timeout is not None and timeout <= 0:
            recorder.keep_up()
            return self._select(timeout)
        if timeout is None or timeout > 0.005:
            recorder.before_silence()
        start = watch.idle_from = recorder.now()
        sampler = recorder.sampler
        if sampler is not None:
            sampler.rest()
        try:
            if isinstance(recorder.clock, SkippingClock):
                return recorder.clock.select(self._select, timeout, watch)
            return self._wait() if timeout is None and self._known else self._select(timeout)
        finally:
            if sampler is not None:
                sampler.resting = False
            watch.idle_from = None
            watch.rested(start)

    def _wait(self) -> Any:
        """Sleeps until something happens; ends the program when nothing can."""
        watch = self._watch
        while True:
            dead = is_dead(watch)
            events = self._select(WATCHFUL_SLEEP)
            if events:
                return events
            if dead and is_dead(watch):
                report_deadlock(watch)


class LoopHooks:
    """Puts the watch on every loop that starts to turn, from the moment asyncio has been imported."""

    LAST_MODULES: Final = ("asyncio.unix_events", "asyncio.windows_events")

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._installed = False

    def importing(self, module: str) -> None:
        """A module is about to be imported; asyncio's last one follows when the others are there."""
        if module in self.LAST_MODULES and not self._installed and "asyncio.base_events" in sys.modules:
            self._installed = True
            events, asyncio = sys.modules["asyncio.events"], sys.modules["asyncio"]
            self._recorder.frame_ends.add(events.Handle._run.__code__)
            asyncio._set_running_loop = events._set_running_loop = self._watched(events._set_running_loop)
            for name in ("new_event_loop", "set_event_loop"):
                watched = Watched(getattr(events, name), lambda caller: self._watch_foreign_loops() or _nothing)
                setattr(events, name, watched)
                setattr(asyncio, name, watched)
            runner = getattr(sys.modules["asyncio.runners"], "Runner", None)
            if runner is not None:
                runner._loop_factory = Assigned("_loop_factory", lambda *_: self._watch_foreign_loops())
            loop_class = sys.modules["asyncio.base_events"].BaseEventLoop
            loop_class.call_exception_handler = ExceptionReports(self._recorder, loop_class.call_exception_handler)
            self._watch_eager_tasks()
            watch_shared(self._recorder)

    def _watched(self, original: Callable[[Any], None]) -> Callable[[Any], None]:
        recorder = self._recorder

        def _set_running_loop(loop: Any) -> None:
            original(loop)
            if recorder.finishing:
                return
            if loop is not None:
                watch = self._watch(loop)
                if watch is not None:
                    watch.begin()
            else:
                ending = recorder.watches.get(_thread.get_ident())
                if ending is not None:
                    ending.end()

        return _set_running_loop

    def _watch(self, loop: Any) -> LoopWatch | None:
        """The loop's watch; None for a loop that is built in a way of its own."""
        ready = getattr(loop, "_ready", None)
        if type(ready) is ReadyQueue:
            watch: LoopWatch = ready.watch
            return watch
        selector = getattr(loop, "_selector", None)
        if type(ready) is not deque or not hasattr(selector, "select"):
            self._watch_foreign_loops()
            return ForeignLoops.watch_of(self._recorder, loop)
        queue = ReadyQueue(ready)
        queue.watch = LoopWatch(self._recorder, loop)
        loop._ready = queue
        selector.select = Selector(queue.watch, selector.select)
        if isinstance(self._recorder.clock, SkippingClock):
            loop._clock_resolution = max(loop._clock_resolution, SAME_MOMENT)
        return queue.watch

    def _watch_foreign_loops(self) -> None:
        for name in FOREIGN_LOOPS:
            loop_class = getattr(sys.modules.get(name), "Loop", None)
            if loop_class is not None and not isinstance(vars(loop_class).get("call_soon"), ForeignLoops):
                for method in ("call_soon", "call_soon_threadsafe"):
                    setattr(loop_class, method, ForeignLoops(self._recorder, getattr(loop_class, method)))
                reports = ExceptionReports(self._recorder, loop_class.call_exception_handler)
                loop_class.call_exception_handler = reports

    def _watch_eager_tasks(self) -> None:
        """An eager task's first step runs inside its constructor, which the factory keeps in a closure. Since Python 3.14
        a loop without a factory makes eager tasks too, when asked to."""
        tasks = sys.modules["asyncio.tasks"]
        cells = getattr(getattr(tasks, "eager_task_factory", None), "__closure__", None)
        if cells and len(cells) == 1:
            eager = EagerTasks(self._recorder, cells[0].cell_contents)
            cells[0].cell_contents = eager
            if hasattr(tasks, "create_eager_task_factory") and sys.version_info >= (3, 14):
                loop_class = sys.modules["asyncio.base_events"].BaseEventLoop
                loop_class._task_factory = EagerOption(loop_class.create_task.__code__, eager)


#: Modules whose selectors are woken by what is registered with them alone.
SELECTORS: Final = ("selectors", "asyncio.windows_events")
#: A loop that sleeps without an end looks every so many seconds whether anything can still wake it.
WATCHFUL_SLEEP: Final = 0.5
#: Modules with a loop of their own making, its class named `Loop`.
FOREIGN_LOOPS: Final = ("uvloop", "winloop")
#: Timers that are due within this many seconds go off together on a clock that skips, as `epoll` would have it.
SAME_MOMENT: Final = 0.0005


class ForeignLoops:
    """Stands for `call_soon` of a loop that is not written in Python: what steps a task is handed on as a callable that
    tells when the step begins and ends. How long such a loop sleeps is seen from nothing being left to run."""

    def __init__(self, recorder: Recorder, original: Any) -> None:
        self._recorder = recorder
        self._original = original

    def __get__(self, loop: Any, owner: type) -> Any:
        return self._original if loop is None else _functools.partial(self._call_soon, loop)

    def _call_soon(self, loop: Any, callback: Any, *args: Any, context: Any = None) -> Any:
        watch = self.watch_of(self._recorder, loop)
        task = watch.task_of(callback)
        if task is not None and not self._recorder.finishing:
            watch.hands_over(task, args)
            lane = getattr(task, LANE_ATTRIBUTE, None)
            if lane is not None:
                callback = Watched(callback, lambda caller: watch.begins(lane, task))
        return self._original(loop, callback, *args, context=context)

    @staticmethod
    def watch_of(recorder: Recorder, loop: Any) -> ForeignWatch:
        """The loop's watch, which it gets when it is first asked for."""
        watch = recorder.foreign.get(id(loop))
        if watch is None or watch.loop() is not loop:
            watch = recorder.foreign[id(loop)] = ForeignWatch(recorder, loop)
        return watch


class ForeignWatch(LoopWatch):
    """Follows a loop whose queue and selector cannot be seen."""

    __slots__ = ("to_run", "idle_since")

    def __init__(self, recorder: Recorder, loop: AbstractEventLoop) -> None:
        super().__init__(recorder, loop)
        self.to_run = 0
        self.idle_since: float | None = None

    def see_scheduled(self) -> None:
        """Everything has come through `call_soon`."""

    def hands_over(self, task: Task[Any], args: tuple[Any, ...]) -> None:
        """A step of a task is about to be scheduled."""
        self._wakes()
        self.to_run += 1
        if task is self.task:
            self.requeued = True
        else:
            self.may_go_on(task, args)

    def begins(self, lane: Lane, task: Task[Any]) -> Callable[[], None]:
        """A step begins; returns what to do when it has ended."""
        self._wakes()
        self.to_run -= 1
        now = self.now()
        self.recorder.stepped = now
        self.enter(lane, task, now)
        return self._ends

    def _ends(self) -> None:
        self.left()
        if self.to_run == 0:
            self.recorder.before_silence()
            self.idle_since = self.now()
            if isinstance(self.recorder.clock, SkippingClock):
                self.recorder.clock.rests()

    def _wakes(self) -> None:
        since, self.idle_since = self.idle_since, None
        if since is not None and self.thread in self.recorder.watches:
            clock = self.recorder.clock
            if isinstance(clock, SkippingClock):
                clock.rested()
            self.rested(since)


class ExceptionReports:
    """Stands for `call_exception_handler`, by which asyncio tells of a task that nobody looks after. Creating an instance
    of `Report` calls `__new__`, then `__init__`, without one in between: the program's handler has no frame of ours below."""

    def __init__(self, recorder: Recorder, original: Any) -> None:
        self._original = original

        class Report:
            def __new__(cls, loop: Any, context: Any) -> Report:
                recorder.reported(context)
                return object.__new__(cls)

            __init__ = staticmethod(original)  # type: ignore[assignment]

        self._report = Report

    def __get__(self, loop: Any, owner: type) -> Any:
        return self._original if loop is None else _functools.partial(self._report, loop)


class Assigned:
    """Stands in a class for an attribute of its instances and tells of each assignment. Reading is as without us."""

    __slots__ = ("name", "told")

    def __init__(self, name: str, told: Callable[[Any, Any, bool], object]) -> None:
        self.name = name
        self.told = told

    def __set__(self, instance: Any, value: Any) -> None:
        variables = vars(instance)
        first = self.name not in variables
        variables[self.name] = value
        self.told(instance, value, first)


class Shared:
    """A queue, lock or semaphore that the program made."""

    __slots__ = ("number", "limit", "level", "alive")

    def __init__(self, number: int, limit: int | None, alive: object) -> None:
        self.number = number
        self.limit = limit
        self.level = 0
        self.alive = alive


class SharedThings:
    """Knows the queues, locks and semaphores that the program itself makes, and tells how full or taken they are."""

    def __init__(self, recorder: Recorder, library: str) -> None:
        self._recorder = recorder
        self._library = library
        self._numbers = itertools.count(1)
        self._known: dict[int, Shared] = {}

    def locked(self, lock: Any, value: Any, first: bool) -> None:
        """A lock was made, taken or released."""
        if first:
            self._made(lock, "lock", 1)
        else:
            self._tell(lock, int(bool(value)))

    def permits(self, semaphore: Any, value: Any, first: bool) -> None:
        """A semaphore was made with so many permits, or has so many left."""
        shared = self._known.get(id(semaphore))
        if first:
            self._made(semaphore, "semaphore", value)
        elif shared is not None and shared.limit is not None:
            self._tell(semaphore, max(0, shared.limit - value))

    def sized(self, queue: Any, value: Any, first: bool) -> None:
        """A queue was made for so many items, 0 for any number."""
        if first:
            self._made(queue, "queue", value if value > 0 else None)

    def filled(self, queue: Any, *_: object) -> None:
        """The number of items in a queue may have changed."""
        items = vars(queue).get("_queue")
        if type(items) in (deque, list):
            self._tell(queue, len(items))

    def _made(self, thing: Any, kind: str, limit: Any) -> None:
        frame: FrameType | None = sys._getframe(2)
        code = None
        while frame is not None:
            code = frame.f_code
            if not code.co_filename.startswith((self._library, HERE, "<")):
                break
            if getattr(code, "co_qualname", "").startswith("Barrier."):
                return
            frame = frame.f_back
        recorder = self._recorder
        if frame is None or code is None or code.co_filename not in recorder.files or type(limit) not in (int, type(None)):
            return
        key = id(thing)
        shared = Shared(next(self._numbers), limit, _weakref.ref(thing, lambda _: self._known.pop(key, None)))
        self._known[key] = shared
        source = recorder.files[code.co_filename]
        place = Place(frame.f_lineno, source)
        makers = [one.__name__ for one in type(thing).__mro__] + (["Condition"] if kind == "lock" else [])
        name = source.assigned(frame, makers) or f"asyncio.{type(thing).__name__}"
        moment = recorder.stamp(recorder.now())
        recorder.emit(f'["shared",{moment},{shared.number},"{kind}",{quote(name)},{_number(limit)},{place.last}')

    def _tell(self, thing: Any, level: int) -> None:
        shared = self._known.get(id(thing))
        if shared is None or shared.level == level:
            return
        shared.level = level
        recorder = self._recorder
        lane = recorder.current()
        by = "null" if lane is None else lane.number
        recorder.emit(f'["level",{recorder.stamp(recorder.now())},{shared.number},{level},{by}]')


def watch_shared(recorder: Recorder) -> None:
    """Follows the queues, locks and semaphores of asyncio, which has just been imported."""
    asyncio = sys.modules["asyncio"]
    things = SharedThings(recorder, os.path.dirname(asyncio.__file__) + os.sep)
    queue = asyncio.Queue
    wake_next = queue._wakeup_next

    def _wakeup_next(self: Any, waiters: Any) -> None:
        wake_next(self, waiters)
        things.filled(self)

    queue._wakeup_next = _wakeup_next
    queue._unfinished_tasks = Assigned("_unfinished_tasks", things.filled)
    queue._maxsize = Assigned("_maxsize", things.sized)
    asyncio.Lock._locked = Assigned("_locked", things.locked)
    asyncio.Semaphore._value = Assigned("_value", things.permits)


class EagerOption:
    """Stands for the factory that a loop keeps: when it has none and `create_task(..., eager_start=True)` asks for it, there
    is one that makes the eager task."""

    def __init__(self, asking: CodeType, eager: EagerTasks) -> None:
        self._asking = asking
        self._eager = eager

    def __get__(self, loop: Any, owner: type) -> Any:
        if loop is None:
            return self
        factory = vars(loop)["_task_factory"]
        if factory is None:
            caller = sys._getframe(1)
            if caller.f_code is self._asking:
                given = caller.f_locals
                options = given["kwargs"]
                known = options.keys() <= {"name", "context", "eager_start"}
                if known and options.get("eager_start") and type(given["coro"]) is CoroutineType:
                    return self._eager
        return factory

    def __set__(self, loop: Any, factory: Any) -> None:
        vars(loop)["_task_factory"] = factory


class EagerTasks:
    """Creates eager tasks, and tells of their first step. Called by a factory with the coroutine, and by a loop that has
    no factory with itself and the coroutine."""

    def __init__(self, recorder: Recorder, constructor: Callable[..., Task[Any]]) -> None:
        self._recorder = recorder
        self._constructor = constructor

    def __call__(self, *loop_and_coroutine: Any, **options: Any) -> Task[Any]:
        *loop, coroutine = loop_and_coroutine
        if loop:
            options["loop"] = loop[0]
        recorder = self._recorder
        watch = recorder.watches.get(_thread.get_ident())
        eager = options.get("eager_start", True) and watch is not None and type(coroutine) is CoroutineType
        lane = self._announced(watch, coroutine, options.get("name")) if eager and watch is not None else None
        before = (watch.lane, watch.task) if watch is not None else (None, None)
        if watch is not None and lane is not None:
            watch.lane, watch.task = lane, None
        try:
            task = self._constructor(coroutine, **options)
        finally:
            if watch is not None:
                watch.lane, watch.task = before
        if task._source_traceback:  # type: ignore[attr-defined]
            del task._source_traceback[-1 - len(loop) :]  # type: ignore[attr-defined]
        if watch is not None and lane is not None:
            self._stepped(watch, lane, task)
        return task

    def _announced(self, watch: LoopWatch, coroutine: Any, given: str | None) -> Lane:
        recorder = self._recorder
        code = coroutine.cr_code
        place = recorder.definition(code)
        lane = recorder.new_lane(given or _short_name(coroutine.__qualname__), watch.lane, "task", code, place)
        if place is not NOWHERE:
            lane.function = recorder.function(code)
        recorder.ran(lane, recorder.now(), place)
        return lane

    def _stepped(self, watch: LoopWatch, lane: Lane, task: Task[Any]) -> None:
        stray = getattr(task, LANE_ATTRIBUTE, None)
        if stray is not None:
            self._recorder.open.pop(stray.number, None)
            self._recorder.held[:] = [item for item in self._recorder.held if item is not stray]
        setattr(task, LANE_ATTRIBUTE, lane)
        lane.task = _weakref.ref(task)
        before = watch.lane, watch.task, watch.requeued
        watch.lane, watch.task, watch.requeued = lane, task, stray is not None
        watch.left()
        watch.lane, watch.task, watch.requeued = before


# ---------------------------------------------------------------------------------------------------------------------
# Clocks that skip


class SkippingClock(RealClock):
    """Time on which waiting costs nothing. `virtual`: only timers and sleeps advance it; `skip-idle`: work does too."""

    skips = True
    READS_OF_A_BUSY_WAIT: Final = 10_000
    BUSY_WAIT_STEP: Final = 0.001
    LOOK: Final = 1e-9
    VIRTUAL_ORIGIN: Final = 100_000.0
    START_OF_WORK: Final = 0.1
    END_OF_WORK: Final = 2.0
    SILENCE: Final = 0.05
    STUCK_LOOKS: Final = 5

    def __init__(self, virtual: bool) -> None:
        super().__init__()
        self.virtual = virtual
        self.off = False
        self._real = self.now
        if virtual:
            self.origin = 0.0
        self._recorder: Recorder | None = None
        self._main = _thread.get_ident()
        self._skipped = 0.0
        self._reads = 0
        self._read_at = 0.0
        self._rests_at = 0.0
        self._asleep: list[tuple[float, int, _thread.LockType, int]] = []
        self._jobs: set[int] = set()
        self._at_work: set[int] = set()
        self._handed: set[int] = set()
        self._handed_at = 0.0
        self._selecting = False
        self._stuck: tuple[int, int] | None = None
        self._stuck_for = 0
        self._order = itertools.count()
        self._real_sleep = time.sleep
        self.now = self._now

    def _now(self) -> float:
        return self._skipped if self.virtual else self._real() + self._skipped

    def install(self, recorder: Recorder) -> None:
        """Lets the program's clocks follow; `time.sleep` is replaced with the other blocking calls."""
        self._recorder = recorder
        for name in ("time", "monotonic", "perf_counter"):
            plain, plain_ns = getattr(time, name), getattr(time, name + "_ns")
            origin = self._origin_of(name, plain())
            setattr(time, name, self._reader(name, lambda origin=origin, plain=plain: self._read(origin, plain)))
            nanoseconds = lambda origin=origin, plain=plain_ns: self._read_ns(origin, plain)  # noqa: E731
            setattr(time, name + "_ns", self._reader(name + "_ns", nanoseconds))

    def _origin_of(self, name: str, real: float) -> float:
        """On the virtual clock, differences of times shall be the same in every run, to the last bit."""
        return real if not self.virtual else float(int(real)) if name == "time" else self.VIRTUAL_ORIGIN

    @staticmethod
    def _reader(name: str, function: Any) -> Any:
        function.__name__ = function.__qualname__ = name
        function.__module__ = "time"
        return function

    def _read(self, origin: float, plain: Callable[[], float]) -> float:
        if self.off:
            return plain()
        self._looked()
        return origin + self._now() - self.origin

    def _read_ns(self, origin: float, plain: Callable[[], int]) -> int:
        if self.off:
            return plain()
        self._looked()
        return int(origin * 1e9) + round((self._now() - self.origin) * 1e9)

    def _looked(self) -> None:
        """The program looks at a clock. On the virtual one, looking takes a moment, so that of two timers the one set
        first is due first; who looks and looks, and does nothing else, waits for time to pass."""
        if not self.virtual or self._recorder is None:
            return
        if self._read_at != self._recorder.stepped:
            self._read_at = self._recorder.stepped
            self._reads = 0
        caller = sys._getframe(3)
        if caller.f_code.co_name == "time" and caller.f_back is not None:
            caller = caller.f_back
        if "asyncio" not in caller.f_code.co_filename or caller.f_code.co_filename in self._recorder.files:
            self._reads += 1
        self._skipped += self.LOOK if self._reads <= self.READS_OF_A_BUSY_WAIT else self.BUSY_WAIT_STEP

    def _jump(self, moment: float) -> None:
        self._reads = 0
        self._skipped += max(0.0, moment - self._now())

    def rests(self) -> None:
        """A loop that cannot be made to skip begins to sleep."""
        self._rests_at = self._real()

    def rested(self) -> None:
        """It has woken up: this time really passed."""
        if self.virtual:
            self._jump(self._now() + self._real() - self._rests_at)

    # -- threads

    def sleep(self, seconds: float) -> None:
        """Stands in for `time.sleep`."""
        if self.off or not isinstance(seconds, (int, float)) or not seconds >= 0:
            self._real_sleep(seconds)
            return
        due = self._now() + seconds
        thread = _thread.get_ident()
        if thread != self._main and (self._recorder is None or thread not in self._recorder.watches):
            self._sleep_beside(due, thread)
            return
        began = self._real()
        while self._real() - began < seconds:
            if self._threads_at_work(thread):
                self._real_sleep(0.0002)
            elif self._asleep and min(self._asleep)[0] <= due:
                self._wake_first()
            else:
                break
        self._jump(due)

    def _sleep_beside(self, due: float, thread: int) -> None:
        """A thread sleeps until the main one has nothing to do before that."""
        gate = _thread.allocate_lock()
        gate.acquire()
        self._asleep.append((due, next(self._order), gate, thread))
        self._at_work.discard(thread)
        gate.acquire()

    def _wake_first(self) -> None:
        first = min(self._asleep)
        self._asleep.remove(first)
        self._jump(first[0])
        if first[3] in self._jobs:
            self._at_work.add(first[3])
        first[2].release()

    def work_handed(self, item: Any) -> None:
        """Work is about to be taken up by a thread, if one is free."""
        self._handed.add(id(item))
        self._handed_at = self._real()

    def work_began(self, item: Any) -> None:
        """This thread has started a piece of work handed to it."""
        self._handed.discard(id(item))
        thread = _thread.get_ident()
        self._jobs.add(thread)
        self._at_work.add(thread)

    def work_ended(self) -> None:
        """This thread waits for work."""
        thread = _thread.get_ident()
        self._jobs.discard(thread)
        self._at_work.discard(thread)

    def _let_work_end(self) -> None:
        """On the virtual clock, work in a thread ends before the loop learns of it, whatever the threads' luck."""
        tries = 50
        while self.virtual and self._at_work and tries:
            self._real_sleep(0.0002)
            tries -= 1

    def _threads_at_work(self, *but: int) -> bool:
        """Whether a thread besides these does anything but sleep on this clock or wait for work."""
        asleep = [entry[3] for entry in self._asleep]
        starting = bool(self._handed) and self._real() - self._handed_at < self.START_OF_WORK
        return bool(self._at_work) or starting or threads_busy(self._recorder, *but, *asleep)

    def nudge(self) -> None:
        """Called now and then by the sampler: when the main thread waits for one that sleeps, that one must wake up."""
        frame = sys._current_frames().get(self._main)
        if not self._asleep or self._selecting or frame is None:
            self._stuck = None
            return
        place = object.__hash__(frame), frame.f_lasti
        self._stuck_for = self._stuck_for + 1 if place == self._stuck else 0
        self._stuck = place
        if self._stuck_for >= self.STUCK_LOOKS and not self._threads_at_work(self._main, _thread.get_ident()):
            self._stuck_for = 0
            self._wake_first()

    # -- loops

    def select(self, select: Callable[..., Any], timeout: float | None, watch: LoopWatch) -> Any:
        """Stands in for a selector's sleep: skips to what is due next, and waits only for what really takes time."""
        if self.off:
            return select(timeout)
        due = None if timeout is None else self._now() + timeout
        self._selecting = True
        try:
            return self._select(select, due, watch)
        finally:
            self._selecting = False

    def _select(self, select: Callable[..., Any], due: float | None, watch: LoopWatch) -> Any:
        here = _thread.get_ident()
        began = self._real()
        while True:
            events = select(0)
            if events:
                self._let_work_end()
            if events or (due is not None and self._now() >= due):
                return events
            before = self._real()
            next_due = min((moment for moment in (due, *(entry[0] for entry in self._asleep)) if moment is not None), default=None)
            world = awaits_the_world(watch)
            if world or self._threads_at_work(here):
                left = 0.02 if next_due is None else max(0.0, next_due - self._now())
                if select(min(left, 0.02) if world else 0.001):
                    continue
                if world or before - began > self.END_OF_WORK:
                    self._pass(self._real() - before)
                if next_due is not None and next_due != due and self._now() >= next_due:
                    self._wake_first()
            elif next_due is None:
                if not select(self.SILENCE) and is_dead(watch) and not self._threads_at_work(here):
                    report_deadlock(watch)
            elif next_due == due:
                self._jump(next_due)
            else:
                self._wake_first()

    def _pass(self, duration: float) -> None:
        """So much time has really passed, for something that no clock of ours moves."""
        if self.virtual:
            self._jump(self._now() + duration)


def threads_busy(recorder: Recorder | None, *but: int) -> bool:
    """Whether there are threads besides these, the sampler's, and those of executors that wait for work."""
    sampler = recorder.sampler if recorder is not None else None
    expected = sampler is not None and sampler.alive
    if _thread._count() <= expected:  # type: ignore[attr-defined]
        return False
    here = _thread.get_ident()
    for thread, frame in sys._current_frames().items():
        idle = frame.f_code.co_name == "_worker" and "concurrent" in frame.f_code.co_filename
        own = sampler is not None and thread == sampler.thread
        if thread != here and thread not in but and not idle and not own:
            return True
    return False


def awaits_the_world(watch: LoopWatch) -> bool:
    """Whether something that no clock of ours moves may wake the loop: a socket, a process, a thread, a signal."""
    loop: Any = watch.loop()
    registered = getattr(loop._selector, "get_map", lambda: getattr(loop._selector, "_cache", ()))()
    if len(registered or ()) > 1 or bool(getattr(loop, "_signal_handlers", None)) or signals_expected():
        return True
    clock = watch.recorder.clock
    asleep = [entry[3] for entry in clock._asleep] if isinstance(clock, SkippingClock) else []
    jobs = clock._jobs if isinstance(clock, SkippingClock) else ()
    return threads_busy(watch.recorder, *asleep, *jobs)


def signals_expected() -> bool:
    """Whether the program has a handler of its own for a signal other than Ctrl+C, or an alarm that is to come."""
    signal = sys.modules.get("signal")
    if signal is None:
        return False
    if hasattr(signal, "getitimer") and signal.getitimer(signal.ITIMER_REAL)[0] > 0:
        return True
    return any(callable(signal.getsignal(number)) for number in signal.valid_signals() if number != signal.SIGINT)


def is_dead(watch: LoopWatch) -> bool:
    """Whether it is certain that nothing can wake a loop that sleeps without an end, but for a Ctrl+C that the program has
    no handler of its own for. Work that was handed to a thread or a process counts until its end is known."""
    working = any(lane.kind not in ("task", "program") for lane in list(watch.recorder.open.values()))
    return not (working or awaits_the_world(watch) or handles_interrupts() or threads_unseen())


def handles_interrupts() -> bool:
    """Whether the program has a handler of its own for Ctrl+C; Python and asyncio each have one too."""
    signal = sys.modules.get("signal")
    handler = None if signal is None else signal.getsignal(signal.SIGINT)
    if not callable(handler) or handler is signal.default_int_handler:
        return False
    return getattr(getattr(handler, "func", None), "__module__", None) != "asyncio.runners"


def threads_unseen() -> bool:
    """Whether there may be threads that were not made by Python and could call it."""
    try:
        return len(os.listdir("/proc/self/task")) > len(sys._current_frames())
    except OSError:
        files = [str(getattr(module, "__file__", None)) for module in list(sys.modules.values())]
        compiled = [file for file in files if file.endswith((".so", ".pyd"))]
        return "_ctypes" in sys.modules or any(part in file for file in compiled for part in OwnFiles.PACKAGES)


def report_deadlock(watch: LoopWatch) -> None:
    """Nothing can happen any more: says who waits, and ends the program, which would hang for ever."""
    recorder = watch.recorder
    if watch.idle_from is not None:
        watch.rested(watch.idle_from)
    waiting = [lane for lane in recorder.open.values() if lane.kind == "task"]
    names = ", ".join(f"{lane.name} ({lane.place})" if lane.place.line else lane.name for lane in waiting)
    who = f"every task waits and nothing is left that could wake one: {names}" if names else "the event loop has nothing left to do"
    recorder.emit(f'["deadlock",{recorder.stamp(recorder.now())}]')
    sys.stderr.write(f"Deadlock: {who}.\n")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(1)


# ---------------------------------------------------------------------------------------------------------------------
# Calls that hold the thread


class Calling(_functools.partial):  # type: ignore[type-arg]
    """One call in progress. The interpreter drops it when the call has returned or raised."""

    def __del__(self) -> None:
        self.leave()


class Entering:
    """Acts before a call without being on the stack during it: the interpreter asks for `__call__`, then calls that."""

    def __get__(self, instance: Watched | None, owner: type) -> Any:
        if instance is None:
            return self
        call = Calling(instance.function)
        call.leave = instance.before(sys._getframe(1))
        return call


class Watched:
    """A function that is as it was but for being watched: `before` gets the caller's frame and returns what to do after."""

    __call__ = Entering()

    def __init__(self, original: Any, before: Callable[[FrameType], Callable[[], None]], function: Any = None) -> None:
        self.function = function or original
        self.before = before
        for name in ("__name__", "__qualname__", "__module__", "__doc__", "__self__", "__text_signature__"):
            if hasattr(original, name):
                setattr(self, name, getattr(original, name))
        self._shown = repr(original)

    def __repr__(self) -> str:
        return self._shown

    def __reduce__(self) -> str:
        name: str = self.__name__  # type: ignore[attr-defined]
        return name


class BlockingCalls:
    """Watches the functions of the library whose nature it is to hold the thread."""

    def __init__(self, recorder: Recorder) -> None:
        import builtins

        self._recorder = recorder
        clock = recorder.clock
        sleep = clock.sleep if isinstance(clock, SkippingClock) else None
        time.sleep = Watched(time.sleep, self._entering("time.sleep"), sleep)  # type: ignore[assignment]
        builtins.input = Watched(builtins.input, self._entering("input"))
        os._exit = Watched(os._exit, self._exiting)  # type: ignore[assignment]

    def _entering(self, name: str) -> Callable[[FrameType], Callable[[], None]]:
        recorder = self._recorder

        def before(caller: FrameType) -> Callable[[], None]:
            lane = recorder.current()
            start = recorder.now()
            on = name
            if recorder.sampler is not None:
                recorder.sampler.settle(start)
                recorder.sampler.rest()
            frames = recorder.stack(caller)
            place = recorder.innermost(frames)
            if frames:
                if frames[-1] is not caller:
                    on = place.called() or name
                if lane is not None:
                    recorder.see_running_calls(lane, frames, start)
            recorder.before_silence()
            return lambda: self._left(lane, start, place, on)

        return before

    def _left(self, lane: Lane | None, start: float, place: Place, on: str) -> None:
        recorder = self._recorder
        now = recorder.now()
        recorder.stepped = now
        if recorder.sampler is not None:
            recorder.sampler.resting = False
        if lane is None and _thread.get_ident() not in recorder.watches:
            return
        if lane is not None:
            lane.seen = now
        if now - start >= SHORTEST_BLOCK:
            recorder.blocked(lane, now, place, on, now - start)

    def _exiting(self, _: FrameType) -> Callable[[], None]:
        self._recorder.finish()
        self._recorder.close()
        return _nothing


class Sample:
    """Where the main thread was seen again and again."""

    __slots__ = ("code", "start", "end", "lines")

    def __init__(self, code: CodeType, start: float) -> None:
        self.code = code
        self.start = start
        self.end = start
        self.lines: dict[int, int] = {}


class Sampler:
    """A thread that sends events while the program is busy, and looks where it is when a step takes long."""

    def __init__(self, recorder: Recorder) -> None:
        self.samples: list[Sample] = []
        self.resting = False
        self.alive = False
        self._recorder = recorder
        self._main = _thread.get_ident()
        self.thread = 0
        self._looks = not (isinstance(recorder.clock, SkippingClock) and recorder.clock.virtual)
        self._stop = _thread.allocate_lock()
        self._stopped = _thread.allocate_lock()

    def start(self) -> None:
        self._stop = _thread.allocate_lock()
        self._stopped = _thread.allocate_lock()
        self._stop.acquire()
        self._stopped.acquire()
        self.alive = True
        _thread.start_new_thread(self._run, ())

    def stop(self) -> None:
        """Ends the thread; returns when it has ended."""
        if self.alive:
            self._stop.release()
            self._stopped.acquire(True, PATIENCE_AT_THE_END)
            self.alive = False

    def rest(self) -> None:
        """The thread enters a call that is timed by itself."""
        if _thread.get_ident() == self._main:
            self.resting = True
            self.samples = []

    def settle(self, now: float) -> None:
        """Tells what the samples show; called on the main thread when its step has ended."""
        samples, self.samples = self.samples, []
        if not samples or _thread.get_ident() != self._main:
            return
        samples[-1].end = now
        for sample in samples:
            duration = sample.end - sample.start
            if duration >= SHORTEST_SAMPLED_BLOCK:
                line = max(sample.lines, key=lambda line: sample.lines[line])
                single = sample.lines[line] > 0.6 * sum(sample.lines.values())
                place = Place(line, self._recorder.files[sample.code.co_filename])
                on = place.called() if single else None
                self._recorder.blocked(self._recorder.current(), sample.end, place, on or "computing", duration)

    def _run(self) -> None:
        self.thread = _thread.get_ident()
        while not self._stop.acquire(True, SAMPLE_SECONDS):
            clock = self._recorder.clock
            if isinstance(clock, SkippingClock):
                clock.nudge()
            else:
                for watch in list(self._recorder.watches.values()):
                    watch.still_rests(clock.now())
            if self._looks and not self.resting:
                self._look()
            self._recorder.flush()
        self._stopped.release()

    def _look(self) -> None:
        """Adds to the samples of the step that the main thread is making."""
        recorder = self._recorder
        frame = sys._current_frames().get(self._main)
        while frame is not None and frame.f_code.co_filename not in recorder.files:
            frame = frame.f_back
        if frame is None:
            return
        samples = self.samples
        if not samples or samples[-1].code is not frame.f_code:
            samples.append(Sample(frame.f_code, samples[-1].end if samples else recorder.stepped))
        last = samples[-1]
        last.end = recorder.now()
        last.lines[frame.f_lineno] = last.lines.get(frame.f_lineno, 0) + 1


# ---------------------------------------------------------------------------------------------------------------------
# Work handed to threads


class Job(Calling):
    """A piece of work that a thread of an executor is doing."""


class RunningJob:
    """Stands for `_WorkItem.run`: tells when a thread begins and ends a piece of work."""

    def __init__(self, jobs: Jobs, original: Any) -> None:
        self._jobs = jobs
        self._original = original

    def __get__(self, item: Any, owner: type) -> Any:
        if item is None:
            return self._original
        call = Job(self._original.__get__(item, owner))
        call.leave = self._jobs.begin(item)
        return call


class Jobs:
    """Gives a lane to what is handed to an executor, by `to_thread`, `run_in_executor` or the program."""

    MODULES: Final = ("concurrent.futures.thread", "concurrent.futures.process")

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._seen: set[str] = set()

    def thread_starting(self) -> None:
        """A thread is about to start, maybe an executor's first: its work is already in the queue by then."""
        for name in self.MODULES:
            module = sys.modules.get(name)
            if name not in self._seen and module is not None and hasattr(module, "_WorkItem"):
                self._seen.add(name)
                self._watch(module._WorkItem)
                if name == self.MODULES[1]:
                    module._base.Future._state = Assigned("_state", self._went_on)  # type: ignore[attr-defined]
                first = self._submitted(sys._getframe(1), module.__file__)
                if first is not None:
                    self.handed(first)

    def _watch(self, item_class: Any) -> None:
        original = item_class.__init__
        handed = self.handed

        def __init__(item: Any, *args: Any) -> None:
            original(item, *args)
            handed(item)

        item_class.__init__ = __init__
        if hasattr(item_class, "run"):
            item_class.run = RunningJob(self, item_class.run)

    def _went_on(self, future: Any, state: str, first: bool) -> None:
        """Work that is done in another process was sent there, or has come back."""
        recorder = self._recorder
        lane: Lane | None = getattr(future, LANE_ATTRIBUTE, None)
        if lane is None or lane.kind != "process" or recorder.finishing:
            return
        if state == "RUNNING":
            recorder.ran(lane, recorder.now(), lane.place)
        elif state == "CANCELLED":
            recorder.ended(lane, recorder.now(), "cancelled")
        elif state == "FINISHED":
            failure = exception_text(future._exception)
            recorder.ended(lane, recorder.now(), "done" if failure is None else "failed", failure)

    @staticmethod
    def _submitted(frame: FrameType | None, path: str) -> Any:
        while frame is not None:
            if frame.f_code.co_name == "submit" and frame.f_code.co_filename == path:
                return frame.f_locals.get("w")
            frame = frame.f_back
        return None

    def handed(self, item: Any) -> None:
        """The current lane hands work to a thread or a process."""
        recorder = self._recorder
        if recorder.finishing:
            return
        elsewhere = not hasattr(item, "run")
        if isinstance(recorder.clock, SkippingClock) and not elsewhere:
            recorder.clock.work_handed(item)
        function = item.fn if hasattr(item, "fn") else item.task[0]
        if isinstance(function, _functools.partial) and getattr(function.func, "__name__", "") == "run" and function.args:
            function = function.args[0]
        name = _short_name(getattr(function, "__qualname__", type(function).__name__)).replace("<lambda>", "lambda")
        code = getattr(function, "__code__", None)
        kind = "process" if elsewhere else "thread"
        lane = recorder.new_lane(name, recorder.current(), kind, code, recorder.definition(code))
        setattr(item.future, LANE_ATTRIBUTE, lane)

    def begin(self, item: Any) -> Callable[[], None]:
        """A thread begins with the work; returns what to do when it has ended."""
        recorder = self._recorder
        lane: Lane | None = getattr(item.future, LANE_ATTRIBUTE, None)
        clock = recorder.clock
        if isinstance(clock, SkippingClock):
            clock.work_began(item)
        thread = _thread.get_ident()
        if lane is not None and not recorder.finishing:
            recorder.threads[thread] = lane
            recorder.ran(lane, recorder.now(), lane.place)
        future = item.future

        def end() -> None:
            if isinstance(clock, SkippingClock):
                clock.work_ended()
            recorder.threads.pop(thread, None)
            if lane is not None:
                failure = exception_text(future._exception)
                outcome = "cancelled" if future.cancelled() else "done" if failure is None else "failed"
                recorder.ended(lane, recorder.now(), outcome, failure)

        return end


# ---------------------------------------------------------------------------------------------------------------------
# Child processes


class Children:
    """Gives a lane to every process that the program starts by `subprocess`, asyncio or `multiprocessing`, from its start
    until the program learns how it ended."""

    LONGEST_NAME: Final = 40
    SHELLS: Final = ("sh", "bash", "zsh", "dash", "cmd.exe", "cmd")

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._watched: set[type] = set()
        self._asked: set[int] = set()

    def starting(self, executable: Any, arguments: Any) -> None:
        """`subprocess` is about to start a process."""
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and frame.f_code.co_name != "_execute_child":
            frame = frame.f_back
        if frame is not None:
            words = [arguments] if isinstance(arguments, (str, bytes, os.PathLike)) else list(arguments)
            self._started(frame.f_locals["self"], self._name_of([os.fsdecode(word) for word in words or [executable]]))

    def _name_of(self, words: list[str]) -> str:
        """A shell is named by what it is told to do, any other program by its command line."""
        if len(words) > 2 and os.path.basename(words[0]).lower() in self.SHELLS and words[1].lower() in ("-c", "/c"):
            words = words[2:]
        shown = " ".join(os.path.basename(word) if os.path.isabs(word) else word for word in words)
        name = " ".join(shown.split())
        return name if len(name) <= self.LONGEST_NAME else name[: self.LONGEST_NAME - 1] + "…"

    def forked(self, process: Any, popen: Any, first: bool) -> None:
        """`multiprocessing` has started a process, or makes or closes what stands for one."""
        if popen is not None and hasattr(popen, "returncode"):
            self._started(popen, process.name)

    def _started(self, child: Any, name: str) -> None:
        recorder = self._recorder
        if recorder.finishing:
            return
        kind = next(one for one in type(child).__mro__ if one.__module__.startswith(("subprocess", "multiprocessing")))
        if kind not in self._watched:
            self._watched.add(kind)
            kind.returncode = Assigned("returncode", self._returned)  # type: ignore[attr-defined]
        lane = recorder.new_lane(name, recorder.current(), "process", None, NOWHERE)
        recorder.ran(lane, lane.created, recorder.innermost(recorder.stack(sys._getframe(1))))
        setattr(child, LANE_ATTRIBUTE, lane)
        never = _weakref.ref(child, lambda _: recorder.ended(lane, recorder.now(), "failed", "it could not be started"))
        setattr(child, LANE_ATTRIBUTE + "_unstarted", never)

    def killing(self, pid: int) -> None:
        """The program sends a signal to a process."""
        self._asked.add(pid)

    def _returned(self, child: Any, code: int | None, first: bool) -> None:
        lane: Lane | None = getattr(child, LANE_ATTRIBUTE, None)
        recorder = self._recorder
        if lane is None or code is None or recorder.finishing:
            return
        if code < 0 and child.pid in self._asked:
            recorder.ended(lane, recorder.now(), "cancelled")
        elif code < 0:
            names = (one.name for one in sys.modules["signal"].Signals if one == -code)
            recorder.ended(lane, recorder.now(), "failed", f"ended by {next(names, f'signal {-code}')}")
        else:
            recorder.ended(lane, recorder.now(), "failed" if code else "done", f"exit code {code}" if code else None)


# ---------------------------------------------------------------------------------------------------------------------
# The program's output, warnings and end


def watch_stream(recorder: Recorder, stream: Any, name: str) -> None:
    """Follows what is written to a standard stream, and lets it out line by line as a terminal would."""
    buffer = getattr(stream, "buffer", None)
    if buffer is None or not hasattr(buffer, "__dict__") or not hasattr(stream, "reconfigure"):
        return
    original = buffer.write
    encoding = stream.encoding

    def write(data: Any) -> int:
        count: int = original(data)
        recorder.wrote(name, bytes(data).decode(encoding, "replace"))
        return count

    buffer.write = write
    stream.reconfigure(line_buffering=True, write_through=True)


def watch_unawaited(recorder: Recorder) -> None:
    """Python warns of a coroutine that was never awaited by calling a function of `warnings`, which must find the
    program's frame right above its own. Creating an instance calls `__new__`, then `__init__`, without one in between."""
    original = warnings._warn_unawaited_coroutine  # type: ignore[attr-defined]

    class Unawaited:
        def __new__(cls, coroutine: Any) -> Unawaited:
            recorder.never_awaited(coroutine.__qualname__, sys._getframe(1))
            return object.__new__(cls)

        __init__ = staticmethod(original)  # type: ignore[assignment]

    warnings._warn_unawaited_coroutine = Unawaited  # type: ignore[attr-defined]


def watch_audit_events(recorder: Recorder) -> None:
    """Python's audit events tell, without a trace of us, what no function could be watched for."""
    loops = LoopHooks(recorder)
    jobs = Jobs(recorder)
    children = Children(recorder)

    def killing(args: tuple[Any, ...]) -> None:
        children.killing(args[0])
        recorder.flush(PATIENCE_AT_THE_END)

    def executing(args: tuple[Any, ...]) -> None:
        if args and type(args[0]) is CodeOfPython:
            recorder.importing(args[0])

    def importing(args: tuple[Any, ...]) -> None:
        loops.importing(args[0])
        if args[0] == "multiprocessing.reduction":
            sys.modules["multiprocessing.process"].BaseProcess._popen = Assigned("_popen", children.forked)  # type: ignore[attr-defined]

    actions: dict[str, Callable[[tuple[Any, ...]], object]] = {
        "import": importing,
        "exec": executing,
        "subprocess.Popen": lambda args: children.starting(args[0], args[1]),
        "_thread.start_joinable_thread": lambda args: jobs.thread_starting(),
        "async_tutor.mark": lambda args: recorder.marked(str(args[0]) if args else ""),
        "sys.excepthook": lambda args: recorder.uncaught(args[2]),
        "os.exec": lambda args: recorder.flush(PATIENCE_AT_THE_END),
        "os.kill": killing,
        "cpython.PyInterpreterState_Clear": lambda args: recorder.close(),
    }

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event in actions:
            actions[event](args)

    if OLD_FRAMES:
        actions["sys.settrace"] = lambda args: recorder.unmark()
    sys.addaudithook(hook)
    if sys.version_info < (3, 13):
        # Before, not every Python has an audit event for a starting thread.
        watched = Watched(_thread.start_new_thread, lambda caller: jobs.thread_starting() or _nothing)
        _thread.start_new_thread = watched  # type: ignore[assignment]
        if "threading" in sys.modules:
            sys.modules["threading"]._start_new_thread = watched  # type: ignore[attr-defined]


def install(folder: str) -> None:
    """Starts to record, in a process that is about to run the program. `folder` is where PYTHONPATH led to us.

    The launcher says by environment variables, which the program does not see: ASYNC_TUTOR_PROGRAM, the path of the
    program as on the command line; ASYNC_TUTOR_CLOCK, `real`, `skip-idle` or `virtual`; ASYNC_TUTOR_TOKEN, what every line
    of events begins with; and ASYNC_TUTOR_PYTHONPATH, the PYTHONPATH that the program shall see, if any.
    """
    environment = os.environ
    program = environment.pop("ASYNC_TUTOR_PROGRAM")
    # As Python itself makes the path whole, which `__file__` and tracebacks show.
    program = os.path.abspath(program) if os.name == "nt" else os.path.join(os.getcwd(), program)
    clock_name = environment.pop("ASYNC_TUTOR_CLOCK", "real")
    token = environment.pop("ASYNC_TUTOR_TOKEN", "")
    environment.pop("PYTHONPATH", None)
    search_path = environment.pop("ASYNC_TUTOR_PYTHONPATH", None)
    if search_path is not None:
        environment["PYTHONPATH"] = search_path
    if folder in sys.path:
        sys.path.remove(folder)
    sys.path_importer_cache.pop(folder, None)
    try:
        channel = Channel(EVENTS_DESCRIPTOR, token)
    except OSError:
        return
    _record(program, clock_name, channel)


def _record(program: str, clock_name: str, channel: Channel) -> None:
    clock = RealClock() if clock_name == "real" else SkippingClock(clock_name == "virtual")
    recorder = Recorder(program, clock_name, clock, channel)
    recorder.frame_ends.add(EagerTasks.__call__.__code__)
    if os.name == "nt":
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if stream is not None and not {"PYTHONIOENCODING", "PYTHONUTF8"} & set(os.environ):
                stream.reconfigure(encoding="utf-8")
    watch_stream(recorder, sys.stdout, "stdout")
    watch_stream(recorder, sys.stderr, "stderr")
    watch_unawaited(recorder)
    BlockingCalls(recorder)
    if isinstance(clock, SkippingClock):
        clock.install(recorder)
    recorder.sampler = Sampler(recorder)
    recorder.sampler.start()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=recorder.sampler.stop, after_in_child=recorder.forget)
    atexit.register(recorder.finish)
    watch_audit_events(recorder)
    recorder.flush()
