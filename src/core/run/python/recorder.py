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
    from asyncio import AbstractEventLoop, Handle, Task
    from types import CodeType, FrameType, TracebackType
    from typing import Any, Callable, Final, Iterable, Iterator

EVENTS_DESCRIPTOR: Final = 3
FLUSH_SECONDS: Final = 0.03
FLUSH_EVENTS: Final = 1024
SHORTEST_BLOCK: Final = 0.001
SHORTEST_IDLE: Final = 0.00005
SAMPLE_SECONDS: Final = 0.02
SHORTEST_SAMPLED_BLOCK: Final = 0.05
LANE_ATTRIBUTE: Final = "_async_tutor_lane"
HERE: Final = __file__
LOOP_HOUSEKEEPING: Final = frozenset(("shutdown_asyncgens", "shutdown_default_executor"))


# ---------------------------------------------------------------------------------------------------------------------
# The channel and the clock


class Channel:
    """The pipe to the launcher: descriptor 3, moved out of the program's sight."""

    def __init__(self, descriptor: int) -> None:
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

    def write(self, data: bytes) -> None:
        """Writes all of it, or closes the channel when nobody reads any more or the program has taken the number."""
        rest = memoryview(data)
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


class Site:
    """A place where the program awaits: its line, and what it awaits in the learner's words (`asyncio.sleep`,
    `queue.get`), None where that is not certain. `text` is both as an event gives them."""

    __slots__ = ("line", "on", "text")

    def __init__(self, line: int, on: str | None) -> None:
        self.line = line
        self.on = on
        self.text = None if on is None else f"{line},{quote(on)}"


class Source:
    """The program's own text: finds what a line awaits or calls, in the learner's words."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._lines = self._read(path)
        self._sites: dict[tuple[int, int], Site] = {}

    @staticmethod
    def _read(path: str) -> list[str]:
        try:
            with open(path, "rb") as file:
                return file.read().decode("utf-8", "replace").splitlines()
        except OSError:
            return []

    def _line(self, number: int) -> str:
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def site(self, frame: FrameType, code_key: int) -> Site:
        """Where a frame is suspended; found once for every place in the code, which the key stands for."""
        place = code_key, frame.f_lasti
        site = self._sites.get(place)
        if site is None:
            site = self._sites[place] = Site(frame.f_lineno, self._awaited(frame))
        return site

    def library_leaves(self) -> frozenset[str]:
        """Names of asyncio's coroutine functions that await none of the program's, unless the program has its own."""
        words = {line.strip().partition("def ")[2].partition("(")[0].strip() for line in self._lines if "def " in line}
        return frozenset(name for name in LIBRARY_LEAVES if not words.intersection(name.split(".")))

    def _awaited(self, frame: FrameType) -> str | None:
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

    def line_calling(self, name: str, likely: int | None) -> int | None:
        """The line that calls a function: the likely one if it does, else the only one that does, else None."""
        if likely is not None and _calls(self._line(likely), name):
            return likely
        lines = [at for at, text in enumerate(self._lines, 1) if _calls(text, name)]
        return lines[0] if len(lines) == 1 else None


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


#: Coroutines of asyncio that wait for no task and run no code of the program's.
LIBRARY_LEAVES: Final = (
    "sleep", "Queue.get", "Queue.put", "Queue.join", "Event.wait", "Lock.acquire", "Semaphore.acquire",
    "Condition.acquire", "StreamReader.readline", "StreamReader.read",
)  # fmt: skip


def suspended_coroutines(coroutine: Any, path: str, leaves: frozenset[str]) -> tuple[list[Any], Any]:
    """The program's own links in a chain of awaits, outermost first, and what the last of them awaits. Python audits
    every look at a coroutine's code, which costs time, so the library's are known by name."""
    own: list[Any] = []
    awaited = None
    while coroutine is not None:
        kind = type(coroutine)
        if kind is CoroutineType:
            if coroutine.__qualname__ in leaves:
                break
            code, inner = coroutine.cr_code, coroutine.cr_await
        elif kind is GeneratorType:
            code, inner = coroutine.gi_code, coroutine.gi_yieldfrom
        else:
            break
        if code.co_filename == path:
            own.append(coroutine)
            awaited = inner
        coroutine = inner
    return own, awaited


def frame_of(coroutine: Any) -> FrameType:
    """The frame of a suspended coroutine or generator."""
    frame: FrameType = coroutine.cr_frame if type(coroutine) is CoroutineType else coroutine.gi_frame
    return frame


def running_frames(frame: FrameType | None, path: str, ends: set[CodeType]) -> list[FrameType]:
    """The program's frames on a stack, outermost first, up to the frame that the lane was started by."""
    frames: list[FrameType] = []
    while frame is not None and frame.f_code not in ends:
        if frame.f_code.co_filename == path:
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
        "number", "name", "parent", "kind", "line", "code", "created", "task", "calls", "marks", "seen",
        "waiting", "awaiter", "cancels", "rooted", "code_key",
    )  # fmt: skip

    def __init__(self, number: int, name: str, parent: Lane | None, kind: str, code: CodeType | None) -> None:
        self.number = number
        self.name = name
        self.parent = parent
        self.kind = kind
        self.code = code
        self.code_key = object.__hash__(code)
        self.rooted = False
        self.line: int | None = None
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


def milliseconds(duration: float) -> str:
    return "%.3f" % (duration * 1e3)


class Written:
    """A line that the program is writing."""

    __slots__ = ("lane", "stream", "text", "time")

    def __init__(self, lane: Lane | None, stream: str, text: str, moment: float) -> None:
        self.lane = lane
        self.stream = stream
        self.text = text
        self.time = moment


class Returns:
    """Hangs on a frame as its trace function, which is ignored while nobody traces, and dies with the frame: that tells
    when a call has returned."""

    __slots__ = ("number", "recorder")

    def __init__(self, recorder: Recorder, number: int) -> None:
        self.recorder = recorder
        self.number = number

    def __call__(self, *_: object) -> None:
        """A debugger that turns tracing on may call it."""

    def __del__(self) -> None:
        self.recorder.call_returned(self.number, self.recorder.now())


def _number(value: int | None) -> str:
    return "null" if value is None else str(value)



class Recorder:
    """Knows the lanes and writes the events. Every method that writes takes the moment it writes of, in seconds."""

    def __init__(self, program: str, clock_name: str, clock: RealClock, channel: Channel) -> None:
        self.source = Source(program)
        self.path = program
        self.leaves = self.source.library_leaves()
        self.clock = clock
        self.now = clock.now
        self.origin = clock.origin
        self.events: list[str] = []
        self.held: list[Lane | Written] = []
        self.open: dict[int, Lane] = {}
        self.open_calls: dict[int, Lane] = {}
        self.watches: dict[int, LoopWatch] = {}
        self.threads: dict[int, Lane] = {}
        self.frame_ends: set[CodeType] = set()
        self.sampler: Sampler | None = None
        self.finishing = False
        self.failure: str | None = None
        self.steps = 0
        self.stepped = clock.origin
        self._channel = channel
        self._writing = _thread.allocate_lock()
        self._numbers = itertools.count(1)
        self.streams = [stream for stream in (sys.stdout,) if stream is not None]
        self.unfinished_line = False
        header = f'{{"language":"python","file":{quote(program)},"clock":"{clock_name}","pid":{os.getpid()}}}'
        self.emit(f'["start",0,{header}]')
        self.program = self.new_lane(os.path.basename(program), None, "program", None, 1)
        self.threads[_thread.get_ident()] = self.program
        self.ran(self.program, self.origin, 1)

    # -- writing

    def stamp(self, moment: float) -> str:
        """A moment as the events give it: in milliseconds since the program started, to a thousandth."""
        return "%.3f" % ((moment - self.origin) * 1e3)

    def emit(self, event: str) -> None:
        """Queues one event, after those that were held back to be completed."""
        if self.held:
            self.settle()
        self.events.append(event)
        if len(self.events) > FLUSH_EVENTS or self.finishing:
            self.flush()

    def settle(self) -> None:
        """Queues the lanes that waited for their name and the unfinished line that the program was writing."""
        while self.held:
            try:
                item = self.held.pop(0)
            except IndexError:  # another thread was faster
                return
            self.events.append(self._written(item) if isinstance(item, Written) else self._created(item))

    def flush(self) -> None:
        """Sends what is queued. Another thread, or this one further down the stack, may be at it: then it will do."""
        if not self._writing.acquire(False):
            return
        try:
            count = len(self.events)
            if count:
                chunk = self.events[:count]
                del self.events[:count]
                self._channel.write(("\n".join(chunk) + "\n").encode("ascii"))
        finally:
            self._writing.release()

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
        if self.sampler is not None and not self.sampler.alive and not self.finishing:
            self.sampler.start()
        self.flush()

    # -- lanes

    def new_lane(self, name: str, parent: Lane | None, kind: str, code: CodeType | None, line: int | None) -> Lane:
        """Creates a lane; its event is held until the next one, as a task may get its name just after its creation."""
        lane = Lane(next(self._numbers), name, parent, kind, code)
        lane.line = line
        lane.created = self.now()
        self.open[lane.number] = lane
        self.held.append(lane)
        return lane

    def _created(self, lane: Lane) -> str:
        task = lane.task()
        if task is not None:
            given = task.get_name()
            if not (given.startswith("Task-") and given[5:].isdigit()):
                lane.name = given
        parent = "null" if lane.parent is None else lane.parent.number
        moment = self.stamp(lane.created)
        return f'["lane",{moment},{lane.number},{parent},{quote(lane.name)},"{lane.kind}",{_number(lane.line)}]'

    def current(self) -> Lane | None:
        """The lane that runs on this thread."""
        thread = _thread.get_ident()
        watch = self.watches.get(thread)
        return self.threads.get(thread) if watch is None else watch.lane

    def ran(self, lane: Lane, moment: float, line: int | None) -> None:
        lane.seen = moment
        lane.waiting = False
        self.steps += 1
        self.stepped = moment
        self.emit(f'["run",{self.stamp(moment)},{lane.number},{_number(line)}]')

    def waited(self, lane: Lane, moment: float, line: int | None, on: str, others: Iterable[Lane]) -> None:
        lane.waiting = True
        numbers = ",".join([str(other.number) for other in others])
        self.emit(f'["wait",{self.stamp(moment)},{lane.number},{_number(line)},{quote(on)},[{numbers}]]')

    def woke(self, lane: Lane, moment: float) -> None:
        if lane.waiting:
            lane.waiting = False
            self.emit(f'["wake",{self.stamp(moment)},{lane.number}]')

    def ended(self, lane: Lane, moment: float, outcome: str, failure: str | None = None) -> None:
        if self.open.pop(lane.number, None) is None:
            return
        for call in reversed(lane.calls[:]):
            self.call_returned(call, moment)
        text = "null" if failure is None else quote(failure)
        self.emit(f'["end",{self.stamp(moment)},{lane.number},"{outcome}",{text}]')

    def cancelled(self, lane: Lane, moment: float, by: Lane | None) -> None:
        lane.cancels += 1
        self.emit(f'["cancel",{self.stamp(moment)},{lane.number},{_number(None if by is None else by.number)}]')

    # -- calls inside lanes

    def see_calls(self, lane: Lane, frames: list[FrameType], moment: float, opens: bool = True) -> None:
        """Opens the calls of a lane that were not seen before and closes those that have gone."""
        if frames and frames[0].f_code is lane.code:
            frames = frames[1:]
        frames = [frame for frame in frames if frame.f_code.co_name[0] != "<"]
        numbers = self._marked(lane, frames, moment, opens) if OLD_FRAMES else self._hung(lane, frames, moment)
        if numbers != lane.calls:
            for number in reversed([call for call in lane.calls if call not in numbers]):
                self.call_returned(number, moment)
        lane.seen = moment

    def _hung(self, lane: Lane, frames: list[FrameType], moment: float) -> list[int]:
        numbers: list[int] = []
        for frame in frames:
            known = frame.f_trace
            if type(known) is Returns and known.number in self.open_calls:
                numbers.append(known.number)
            elif known is None:
                numbers.append(self._open_call(lane, numbers, frame.f_code, moment))
                frame.f_trace = Returns(self, numbers[-1])
        return numbers

    def _marked(self, lane: Lane, frames: list[FrameType], moment: float, opens: bool) -> list[int]:
        """Python 3.9 mistakes lines in frames that have a trace function: there a flag on the frame tells whether it is
        the one seen before, and a call has ended at the last time it was seen."""
        marks = [(frame.f_code, object.__hash__(frame)) for frame in frames]
        same = 0
        while same < min(len(marks), len(lane.marks)) and marks[same] == lane.marks[same]:
            if not frames[same].f_trace_opcodes:
                break
            same += 1
        for number in reversed(lane.calls[same:]):
            self.call_returned(number, max(lane.seen, lane.created))
        numbers = lane.calls[:same]
        for frame in frames[same:] if opens else ():
            numbers.append(self._open_call(lane, numbers, frame.f_code, moment))
            frame.f_trace_opcodes = True
        lane.marks = marks if opens else marks[:same]
        return numbers

    def _open_call(self, lane: Lane, outer: list[int], code: CodeType, moment: float) -> int:
        number = next(self._numbers)
        parent = outer[-1] if outer else lane.number
        at = self.stamp(moment)
        self.open_calls[number] = lane
        lane.calls.append(number)
        self.emit(f'["lane",{at},{number},{parent},{quote(_code_name(code))},"call",{code.co_firstlineno}]')
        self.emit(f'["nest",{at},{number},{parent}]')
        return number

    def call_returned(self, number: int, moment: float) -> None:
        lane = self.open_calls.pop(number, None)
        if lane is not None:
            lane.calls.remove(number)
            self.emit(f'["end",{self.stamp(moment)},{number},"done",null]')

    # -- what happens inside lanes

    def stack(self, frame: FrameType | None) -> list[FrameType]:
        """The program's frames that the current lane has on this thread, outermost first."""
        return running_frames(frame, self.path, self.frame_ends)

    def blocked(self, lane: Lane | None, moment: float, line: int | None, on: str, duration: float) -> None:
        """A call has held the thread up to this moment; the clock's `duration` is in seconds."""
        self.steps += 1
        self.stepped = moment
        number = _number(None if lane is None else lane.number)
        self.emit(f'["block",{self.stamp(moment)},{number},{_number(line)},{quote(on)},{milliseconds(duration)}]')

    def wrote(self, stream: str, text: str) -> None:
        """The program wrote a piece of text; pieces of one line by one lane become one event."""
        if self.finishing:
            self._wrote_at_the_end(stream, text)
        elif self.sampler is not None and self.sampler.samples:
            self.sampler.settle(self.now())
        lane = self.current()
        if OLD_FRAMES and lane is not None and lane.calls:
            self.see_calls(lane, self.stack(sys._getframe(1)), self.now(), opens=False)
        last = self.held[-1] if self.held else None
        if isinstance(last, Written) and last.lane is lane and last.stream == stream:
            last.text += text
        else:
            self.held.append(Written(lane, stream, text, self.now()))
        if text.endswith("\n"):
            self.unfinished_line = False
            self.steps += 1
            self.stepped = self.now()
            self.settle()
            if self.finishing:
                self.flush()
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

    def never_awaited(self, name: str, frame: FrameType | None) -> None:
        """A coroutine of this function has died without having been started."""
        lane = self.current()
        frames = self.stack(frame)
        short = _short_name(name)
        line = self.source.line_calling(short.rpartition(".")[2], frames[-1].f_lineno if frames else None)
        moment = self.stamp(self.now())
        self.emit(f'["never-awaited",{moment},{_number(None if lane is None else lane.number)},{quote(short)},{_number(line)}]')

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
        self.finishing = True
        for lane in list(self.open.values()):
            if lane is not self.program:
                self.ended(lane, moment, "pending")
        self.ended(self.program, moment, "done" if self.failure is None else "failed", self.failure)
        self.threads.clear()
        self.flush()

    def close(self) -> None:
        """The interpreter is about to be gone; what is called here can rely on nothing but its own attributes."""
        self._channel.close(f'["exit",{self.stamp(self.now())}]\n'.encode())

    def forget(self) -> None:
        """This is a forked child: it is not recorded."""
        self._writing = _thread.allocate_lock()
        self._channel.close()
        self.sampler = None
        self.finishing = True


OLD_FRAMES: Final = sys.version_info < (3, 10)


# ---------------------------------------------------------------------------------------------------------------------
# Event loops


class ReadyQueue(deque):  # type: ignore[type-arg]
    """A loop's queue of ready handles that tells when a handle is taken and when one is added."""

    __slots__ = ("watch",)

    def popleft(self) -> Handle:
        handle: Handle = deque.popleft(self)
        self.watch.took(handle)
        return handle

    def append(self, handle: Handle) -> None:
        deque.append(self, handle)
        self.watch.scheduled(handle)


class LoopWatch:
    """Follows one event loop: a handle runs from its taking until the next is taken or the loop looks for events."""

    __slots__ = (
        "recorder", "loop", "thread", "lane", "task", "requeued", "cause", "foreign", "tasks", "timer", "step_types",
        "began", "announced", "outer",
    )  # fmt: skip

    def __init__(self, recorder: Recorder, loop: AbstractEventLoop) -> None:
        asyncio = sys.modules["asyncio"]
        self.recorder = recorder
        self.loop = _weakref.ref(loop)
        self.thread = _thread.get_ident()
        self.lane: Lane | None = None
        self.task: Task[Any] | None = None
        self.requeued = False
        self.cause: float | None = None
        self.foreign: dict[Handle, float] = {}
        self.tasks = (asyncio.tasks.Task, asyncio.tasks._PyTask)
        self.timer = asyncio.events.TimerHandle
        self.step_types = {BuiltinMethodType: True, MethodType: True}
        self.began = 0.0
        self.announced = False
        self.outer: Lane | None = None

    # -- the loop as a whole

    def begin(self) -> None:
        """The loop starts to turn on this thread. It is announced when it does something of the program's."""
        recorder = self.recorder
        if recorder.sampler is not None and recorder.sampler.samples:
            recorder.sampler.settle(recorder.now())
        self.thread = _thread.get_ident()
        self.announced = False
        self.outer = recorder.threads.get(self.thread)
        recorder.watches[self.thread] = self
        loop = self.loop()
        for handle in list(loop._ready) if loop is not None else ():  # type: ignore[attr-defined]
            self.scheduled(handle)
        self.began = recorder.now()
        if any(isinstance(item, Lane) for item in recorder.held):
            self.announce()

    def announce(self) -> None:
        """Says that the loop turns, and that the code which started it waits for it."""
        recorder = self.recorder
        self.announced = True
        waited_for = [item for item in recorder.held if isinstance(item, Lane) and item.kind == "task"]
        recorder.emit(f'["loop",{recorder.stamp(self.began)},"begin"]')
        if self.outer is not None:
            frames = recorder.stack(sys._getframe(1))
            line = frames[-1].f_lineno if frames else None
            recorder.see_calls(self.outer, frames, self.began)
            on = recorder.source.called(line) if line is not None else None
            recorder.waited(self.outer, self.began, line, on or "asyncio.run", waited_for)

    def end(self) -> None:
        """The loop stops turning on this thread."""
        self.leave()
        recorder = self.recorder
        recorder.watches.pop(self.thread, None)
        if self.announced:
            moment = recorder.now()
            recorder.emit(f'["loop",{recorder.stamp(moment)},"end"]')
            if self.outer is not None:
                frames = recorder.stack(sys._getframe(1))
                recorder.woke(self.outer, moment)
                recorder.ran(self.outer, moment, frames[-1].f_lineno if frames else None)
        self.outer = None

    def looked_for_events(self, start: float) -> None:
        """The loop had nothing ready from `start` until now."""
        now = self.recorder.now()
        if now - start >= SHORTEST_IDLE:
            if not self.announced:
                self.announce()
            self.recorder.steps += 1
            self.recorder.emit(f'["idle",{self.recorder.stamp(now)},{milliseconds(now - start)}]')

    # -- handles

    def _task_of(self, handle: Handle) -> Task[Any] | None:
        """The task that a handle steps, None for other callbacks."""
        callback = handle._callback  # type: ignore[attr-defined]
        kind = type(callback)
        steps = self.step_types.get(kind)
        if steps is None:
            steps = self.step_types[kind] = kind.__name__.startswith("Task") and kind.__module__ in ("_asyncio", "builtins")
        if not steps:
            return None
        task = callback.__self__
        return task if type(task) in self.tasks or isinstance(task, self.tasks) else None

    def scheduled(self, handle: Handle) -> None:
        """A handle was added: a new task, a task that may go on, or any callback."""
        task = self._task_of(handle)
        if task is None:
            if _thread.get_ident() != self.thread:
                self.foreign[handle] = self.recorder.now()
            return
        if task is self.task:
            self.requeued = True
            return
        lane = getattr(task, LANE_ATTRIBUTE, False)
        if lane is False:
            self.created(task)
        elif lane is not None and lane.waiting:
            now = self.recorder.now()
            self._see_cancel(lane, task, handle, now)
            self.recorder.woke(lane, now if self.cause is None else min(now, self.cause))

    def created(self, task: Task[Any]) -> Lane | None:
        """Gives a task its lane, unless it is the loop's own housekeeping."""
        recorder = self.recorder
        coroutine = task.get_coro()
        code = getattr(coroutine, "cr_code", None) or getattr(coroutine, "gi_code", None)
        name = _short_name(getattr(coroutine, "__qualname__", type(coroutine).__name__))
        own = code is not None and code.co_filename == recorder.path
        lane = None
        if own or name.rpartition(".")[2] not in LOOP_HOUSEKEEPING:
            parent = recorder.current() or self.outer
            lane = recorder.new_lane(name, parent, "task", code, code.co_firstlineno if own and code is not None else None)
            lane.task = _weakref.ref(task)
            lane.rooted = own and type(coroutine) is CoroutineType
        setattr(task, LANE_ATTRIBUTE, lane)
        return lane

    def _see_cancel(self, lane: Lane, task: Task[Any], handle: Handle, now: float) -> None:
        """A task that goes on because somebody asked it to cancel is told from one whose awaited task was cancelled."""
        asked = getattr(task, "cancelling", None)
        if asked is not None:
            if asked() > lane.cancels:
                self._tell_cancel(lane, now)
            return
        args = handle._args  # type: ignore[attr-defined]
        future = args[0] if args else None
        if future is not None and not isinstance(future, self.tasks) and future.cancelled():
            self._tell_cancel(lane, now)

    def _tell_cancel(self, lane: Lane, now: float) -> None:
        awaiter = lane.awaiter
        task = awaiter.task() if awaiter is not None and awaiter.waiting else None
        asked = getattr(task, "cancelling", None)
        if awaiter is not None and asked is not None and asked() > awaiter.cancels:
            self.recorder.cancelled(awaiter, now, self.lane)
        self.recorder.cancelled(lane, now, self.lane)

    def took(self, handle: Handle) -> None:
        """A handle is about to run."""
        recorder = self.recorder
        now = recorder.now()
        if self.task is not None:
            self.leave(now)
        recorder.steps += 1
        recorder.stepped = now
        self.cause = self.foreign.pop(handle, None) if self.foreign else None
        task = self._task_of(handle)
        if task is not None:
            lane = getattr(task, LANE_ATTRIBUTE, None)
            if lane is not None:
                self._enter(lane, task, now)
            return
        if isinstance(handle, self.timer):
            loop = self.loop()
            late = loop.time() - handle.when() if loop is not None else 0.0
            self.cause = now - max(late, 0.0)

    def _enter(self, lane: Lane, task: Task[Any], now: float) -> None:
        recorder = self.recorder
        if not self.announced:
            self.announce()
        if lane.cancels == 0 and task._must_cancel:  # type: ignore[attr-defined]
            recorder.cancelled(lane, now, None)
        self.lane = lane
        self.task = task
        self.requeued = lane.waiting = False
        lane.seen = now
        if recorder.held:
            recorder.settle()
        recorder.events.append(
            '["run",%.3f,%d,%s]' % ((now - recorder.origin) * 1e3, lane.number, "null" if lane.line is None else lane.line)
        )

    def leave(self, now: float | None = None) -> None:
        """The handle that ran has ended: its task is done, or waits."""
        recorder = self.recorder
        if recorder.sampler is not None and recorder.sampler.samples:
            recorder.sampler.settle(recorder.now())
        lane = self.lane
        task = self.task
        if lane is None or task is None:
            return
        if now is None:
            now = recorder.now()
        self.lane = self.task = None
        recorder.steps += 1
        recorder.stepped = now
        if not task.done():
            self.suspended(lane, task, now)
        elif task.cancelled():
            recorder.ended(lane, now, "cancelled")
        else:
            failure = exception_text(task._exception)  # type: ignore[attr-defined]
            recorder.ended(lane, now, "done" if failure is None else "failed", failure)

    def suspended(self, lane: Lane, task: Task[Any], now: float) -> None:
        """A task has given the loop back: says where, and for what."""
        recorder = self.recorder
        root = task.get_coro()
        site = None
        awaited = root.cr_await if lane.rooted else None
        if lane.rooted and not lane.calls and (type(awaited) is CoroutineType and awaited.__qualname__ in recorder.leaves):
            site = recorder.source.site(root.cr_frame, lane.code_key)
            lane.line = site.line
        else:
            own, awaited = suspended_coroutines(root, recorder.path, recorder.leaves)
            if own:
                frames = [frame_of(coroutine) for coroutine in own]
                if lane.calls or len(own) > 1 or own[0] is not root:
                    recorder.see_calls(lane, frames, now)
                site = recorder.source.site(frames[-1], object.__hash__(frames[-1].f_code))
                lane.line = site.line
            elif lane.calls:
                recorder.see_calls(lane, [], now)
        future = task._fut_waiter  # type: ignore[attr-defined]
        others = lanes_behind(future, awaited) if future is not None else None
        if others or site is None or site.text is None:
            self._tell_wait(lane, task, site, awaited, others or [], now)
            if self.requeued:
                recorder.woke(lane, now)
        else:
            if recorder.held:
                recorder.settle()
            at = "%.3f" % ((now - recorder.origin) * 1e3)
            number = lane.number
            if self.requeued:
                recorder.events.append(f'["wait",{at},{number},{site.text},[]]\n["wake",{at},{number}]')
            else:
                lane.waiting = True
                recorder.events.append(f'["wait",{at},{number},{site.text},[]]')
        if len(recorder.events) > FLUSH_EVENTS:
            recorder.flush()

    def _tell_wait(
        self, lane: Lane, task: Task[Any], site: Site | None, awaited: Any, others: list[Lane], now: float
    ) -> None:
        for other in others:
            other.awaiter = lane
        if others and type(awaited) is not CoroutineType and isinstance(task._fut_waiter, self.tasks):  # type: ignore[attr-defined]
            on = f"task {others[0].name}"
        else:
            on = (site and site.on) or awaited_name(awaited or task.get_coro())
        self.recorder.waited(lane, now, lane.line, on, others)


def awaited_name(awaited: Any) -> str:
    """A name for what is awaited where the learner's text does not tell: `asyncio.sleep`, `queue.get`, `future`."""
    qualified: str = _short_name(getattr(awaited, "__qualname__", "future"))
    owner, _, name = qualified.rpartition(".")
    if owner:
        return f"{owner.lower()}.{name}"
    code = getattr(awaited, "cr_code", None)
    return f"asyncio.{name}" if code is not None and "asyncio" in code.co_filename else name


def lanes_behind(future: Any, awaited: Any) -> list[Lane]:
    """The lanes that a future stands for: a task, the members of a gather, a task group or a wait, a thread's work."""
    found = getattr(future, LANE_ATTRIBUTE, None)
    if found is not None:
        return [found]
    library = awaited.__name__ if type(awaited) is CoroutineType else None
    if library in WITHOUT_LANES:
        return []
    members: Any = getattr(future, "_children", None)
    if members is None:
        members = _members_of(awaited)
    if members is None:
        members = _linked_futures(future)
    lanes: list[Lane] = []
    for member in members:
        lane = getattr(member, LANE_ATTRIBUTE, None)
        if lane is not None and lane not in lanes and not member.done():
            lanes.append(lane)
    return lanes


#: Coroutines of asyncio that wait for no task.
WITHOUT_LANES: Final = frozenset(("sleep", "get", "put", "join", "acquire", "__aenter__"))
MEMBERS: Final = {"_wait": "fs", "wait_for": "fut", "__aexit__": "self", "_cancel_and_wait": "fut"}


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
        for cell in getattr(callback, "__closure__", None) or ():
            value = cell.cell_contents
            if hasattr(type(value), "add_done_callback") and value is not future:
                linked.append(value)
    return linked


class Selector:
    """Stands before a loop's selector and times its sleep."""

    def __init__(self, watch: LoopWatch, select: Callable[..., Any]) -> None:
        self._watch = watch
        self._select = select

    def __call__(self, timeout: float | None = None) -> Any:
        watch = self._watch
        watch.leave()
        if timeout is not None and timeout <= 0:
            return self._select(timeout)
        recorder = watch.recorder
        if timeout is None or timeout > 0.005:
            recorder.before_silence()
        start = recorder.now()
        sampler = recorder.sampler
        if sampler is not None:
            sampler.rest()
        try:
            if isinstance(recorder.clock, SkippingClock):
                return recorder.clock.select(self._select, timeout, watch)
            return self._select(timeout)
        finally:
            if sampler is not None:
                sampler.resting = False
            watch.looked_for_events(start)


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
            events = sys.modules["asyncio.events"]
            self._recorder.frame_ends.add(events.Handle._run.__code__)
            events._set_running_loop = self._watched(events._set_running_loop)
            self._watch_eager_tasks()

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
        """The loop's watch; None for a loop that is not built as asyncio's own are."""
        ready = getattr(loop, "_ready", None)
        if type(ready) is ReadyQueue:
            watch: LoopWatch = ready.watch
            return watch
        selector = getattr(loop, "_selector", None)
        if type(ready) is not deque or not hasattr(selector, "select"):
            return None
        queue = ReadyQueue(ready)
        queue.watch = LoopWatch(self._recorder, loop)
        loop._ready = queue
        selector.select = Selector(queue.watch, selector.select)
        return queue.watch

    def _watch_eager_tasks(self) -> None:
        """An eager task's first step runs inside its constructor, which the factory keeps in a closure."""
        factory = getattr(sys.modules["asyncio.tasks"], "eager_task_factory", None)
        cells = getattr(factory, "__closure__", None)
        if cells and len(cells) == 1:
            cells[0].cell_contents = EagerTasks(self._recorder, cells[0].cell_contents)


class EagerTasks:
    """Creates eager tasks, and tells of their first step."""

    def __init__(self, recorder: Recorder, constructor: Callable[..., Task[Any]]) -> None:
        self._recorder = recorder
        self._constructor = constructor

    def __call__(self, coroutine: Any, **options: Any) -> Task[Any]:
        recorder = self._recorder
        watch = recorder.watches.get(_thread.get_ident())
        if watch is None or type(coroutine) is not CoroutineType:
            return self._constructor(coroutine, **options)
        code = coroutine.cr_code
        line = code.co_firstlineno if code.co_filename == recorder.path else None
        name = options.get("name") or _short_name(coroutine.__qualname__)
        lane = recorder.new_lane(name, watch.lane, "task", code, line)
        recorder.ran(lane, recorder.now(), line)
        before = watch.lane, watch.task
        watch.lane, watch.task = lane, None
        try:
            task = self._constructor(coroutine, **options)
        finally:
            watch.lane, watch.task = before
        self._stepped(watch, lane, task)
        return task

    def _stepped(self, watch: LoopWatch, lane: Lane, task: Task[Any]) -> None:
        stray = getattr(task, LANE_ATTRIBUTE, None)
        if stray is not None:
            self._recorder.open.pop(stray.number, None)
            self._recorder.held[:] = [item for item in self._recorder.held if item is not stray]
        setattr(task, LANE_ATTRIBUTE, lane)
        lane.task = _weakref.ref(task)
        before = watch.lane, watch.task, watch.requeued
        watch.lane, watch.task, watch.requeued = lane, task, stray is not None
        watch.leave()
        watch.lane, watch.task, watch.requeued = before


# ---------------------------------------------------------------------------------------------------------------------
# Clocks that skip


class SkippingClock(RealClock):
    """Time on which waiting costs nothing. `virtual`: only timers and sleeps advance it; `skip-idle`: work does too."""

    skips = True
    READS_OF_A_BUSY_WAIT: Final = 1000
    BUSY_WAIT_STEP: Final = 0.001
    LOOK: Final = 1e-8

    def __init__(self, virtual: bool) -> None:
        super().__init__()
        self.virtual = virtual
        self._real = self.now
        if virtual:
            self.origin = 0.0
        self._skipped = 0.0
        self._reads = 0
        self._asleep: list[tuple[float, int, _thread.LockType]] = []
        self._working = 0
        self._workers: set[int] = set()
        self._order = itertools.count()
        self._real_sleep = time.sleep
        self.now = self._now

    def _now(self) -> float:
        return self._skipped if self.virtual else self._real() + self._skipped

    def install(self) -> None:
        """Lets the program's clocks follow; `time.sleep` is replaced with the other blocking calls."""
        for name in ("time", "monotonic", "perf_counter"):
            origin = getattr(time, name)()
            setattr(time, name, self._reader(name, lambda origin=origin: origin + self._read() - self.origin))
            whole = getattr(time, name + "_ns")()
            nanoseconds = lambda whole=whole: whole + round((self._read() - self.origin) * 1e9)  # noqa: E731
            setattr(time, name + "_ns", self._reader(name + "_ns", nanoseconds))

    @staticmethod
    def _reader(name: str, function: Any) -> Any:
        function.__name__ = function.__qualname__ = name
        function.__module__ = "time"
        function.__defaults__, function.__kwdefaults__ = function.__defaults__, None
        return function

    def _read(self) -> float:
        """The program's look at a clock. On the virtual one, looking takes a moment, so that of two timers the one set
        first is due first; who looks and looks, and does nothing else, waits for time to pass."""
        if self.virtual:
            self._reads += 1
            self._skipped += self.LOOK if self._reads <= self.READS_OF_A_BUSY_WAIT else self.BUSY_WAIT_STEP
        return self._now()

    def _jump(self, moment: float) -> None:
        self._reads = 0
        self._skipped += max(0.0, moment - self._now())

    def sleep(self, seconds: float) -> None:
        """Stands in for `time.sleep`."""
        if not isinstance(seconds, (int, float)) or not seconds >= 0:
            self._real_sleep(seconds)
            return
        due = self._now() + seconds
        if _thread.get_ident() in self._workers:
            gate = _thread.allocate_lock()
            gate.acquire()
            self._asleep.append((due, next(self._order), gate))
            self._working -= 1
            gate.acquire()
            return
        while self._asleep and min(self._asleep)[0] <= due:
            self._wake_first()
            while self._working:
                self._real_sleep(0.0002)
        self._jump(due)

    def _wake_first(self) -> None:
        first = min(self._asleep)
        self._asleep.remove(first)
        self._jump(first[0])
        self._working += 1
        first[2].release()

    def work_began(self) -> None:
        """A thread has started a piece of work handed to it; its sleeps take part in the skipping."""
        self._workers.add(_thread.get_ident())
        self._working += 1

    def work_ended(self) -> None:
        self._workers.discard(_thread.get_ident())
        self._working -= 1

    def _let_work_end(self) -> None:
        """On the virtual clock, work in a thread ends before the loop learns of it, whatever the threads' luck."""
        tries = 50
        while self.virtual and self._working and tries:
            self._real_sleep(0.0002)
            tries -= 1

    def _awaits_the_world(self, watch: LoopWatch) -> bool:
        """Whether something that no clock of ours moves may wake the loop: a socket, a process, a thread, a signal."""
        loop: Any = watch.loop()
        registered = getattr(loop._selector, "get_map", lambda: getattr(loop._selector, "_cache", ()))()
        return len(registered or ()) > 1 or bool(getattr(loop, "_signal_handlers", None)) or self._other_threads(watch)

    @staticmethod
    def _other_threads(watch: LoopWatch) -> bool:
        """Whether there are threads besides this one, the sampler and an executor's, which wait for work."""
        sampler = watch.recorder.sampler
        expected = sampler is not None and sampler.alive
        if _thread._count() <= expected:  # type: ignore[attr-defined]
            return False
        here = _thread.get_ident()
        for thread, frame in sys._current_frames().items():
            names = []
            while frame is not None:
                names.append(frame.f_code.co_name)
                own = frame.f_code.co_filename == HERE
                frame = frame.f_back  # type: ignore[assignment]
            if thread != here and "_worker" not in names and not (own and names[-1] == "_run"):
                return True
        return False

    def select(self, select: Callable[..., Any], timeout: float | None, watch: LoopWatch) -> Any:
        """Stands in for a selector's sleep: skips to what is due next, and waits only for what really takes time."""
        due = None if timeout is None else self._now() + timeout
        while True:
            events = select(0)
            if events:
                self._let_work_end()
                return events
            moments = [moment for moment in (due, min(self._asleep)[0] if self._asleep else None) if moment is not None]
            if self._working:
                events = select(0.001)
            elif self._awaits_the_world(watch):
                before = self._real()
                events = select(min(0.02, max(0.0, min(moments) - self._now())) if moments else 0.02)
                if self.virtual and moments:
                    self._jump(self._now() + self._real() - before)
            elif not moments:
                events = select(0.05)
                if not events and not self._working and not self._awaits_the_world(watch):
                    report_deadlock(watch.recorder)
            if events or (due is not None and self._now() >= due):
                return events
            if not self._working and moments and not self._awaits_the_world(watch):
                if due is None or min(moments) < due:
                    self._wake_first()
                else:
                    self._jump(due)
                    return events


def report_deadlock(recorder: Recorder) -> None:
    """Nothing can happen any more: says who waits, and ends the program, which would hang for ever."""
    waiting = [lane for lane in recorder.open.values() if lane.kind == "task"]
    names = ", ".join(f"{lane.name} (line {lane.line})" if lane.line else lane.name for lane in waiting)
    text = f"Deadlock: every task waits and nothing is left that could wake one: {names}."
    recorder.marked(text)
    sys.stderr.write(text + "\n")
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
            line = None
            on = name
            if recorder.sampler is not None:
                recorder.sampler.settle(start)
                recorder.sampler.rest()
            frames = recorder.stack(caller)
            if frames:
                line = frames[-1].f_lineno
                if frames[-1] is not caller:
                    on = recorder.source.called(line) or name
                if lane is not None:
                    recorder.see_calls(lane, frames, start)
            recorder.before_silence()
            return lambda: self._left(lane, start, line, on)

        return before

    def _left(self, lane: Lane | None, start: float, line: int | None, on: str) -> None:
        recorder = self._recorder
        now = recorder.now()
        recorder.steps += 1
        recorder.stepped = now
        if recorder.sampler is not None:
            recorder.sampler.resting = False
        if lane is None and _thread.get_ident() not in recorder.watches:
            return
        if lane is not None:
            lane.seen = now
        if now - start >= SHORTEST_BLOCK:
            recorder.blocked(lane, now, line, on, now - start)

    def _exiting(self, _: FrameType) -> Callable[[], None]:
        self._recorder.finish()
        self._recorder.close()
        return _nothing


class Sample:
    """Where the main thread was seen again and again."""

    __slots__ = ("code", "start", "end", "lines")

    def __init__(self, code: CodeType | None, start: float) -> None:
        self.code = code
        self.start = start
        self.end = start
        self.lines: dict[int | None, int] = {}


class Sampler:
    """A thread that sends events while the program is busy, and looks where it is when a step takes long."""

    def __init__(self, recorder: Recorder) -> None:
        self.samples: list[Sample] = []
        self.resting = False
        self.alive = False
        self._recorder = recorder
        self._main = _thread.get_ident()
        self._looks = not (isinstance(recorder.clock, SkippingClock) and recorder.clock.virtual)
        self._steps = -1
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
            self._stopped.acquire(True, 0.5)
            self.alive = False

    def rest(self) -> None:
        """The thread enters a call that is timed by itself."""
        if _thread.get_ident() == self._main:
            self.resting = True
            self.samples = []
        self._recorder.steps += 1

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
                on = self._recorder.source.called(line) if single and line is not None else None
                self._recorder.blocked(self._recorder.current(), sample.end, line, on or "computing", duration)

    def _run(self) -> None:
        while not self._stop.acquire(True, SAMPLE_SECONDS):
            if self._looks and not self.resting:
                self._look()
            self._recorder.flush()
        self._stopped.release()

    def _look(self) -> None:
        """Adds to the samples. A C function may have kept this thread from looking until just after its end."""
        recorder = self._recorder
        if recorder.steps != self._steps:
            self._steps = recorder.steps
            if recorder.now() - recorder.stepped < SHORTEST_SAMPLED_BLOCK:
                return
        frame = sys._current_frames().get(self._main)
        while frame is not None and frame.f_code.co_filename != recorder.path:
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
    """Gives a lane to what is handed to a ThreadPoolExecutor, by `to_thread`, `run_in_executor` or the program."""

    MODULE: Final = "concurrent.futures.thread"

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._installed = False

    def thread_starting(self) -> None:
        """A thread is about to start, maybe an executor's first: its work is already in the queue by then."""
        module = sys.modules.get(self.MODULE)
        if self._installed or module is None or not hasattr(module, "_WorkItem"):
            return
        self._installed = True
        item_class = module._WorkItem
        original = item_class.__init__
        handed = self.handed

        def __init__(item: Any, *args: Any) -> None:
            original(item, *args)
            handed(item)

        item_class.__init__ = __init__
        item_class.run = RunningJob(self, item_class.run)
        first = self._submitted(sys._getframe(1), module.__file__)
        if first is not None:
            handed(first)

    @staticmethod
    def _submitted(frame: FrameType | None, path: str) -> Any:
        while frame is not None:
            if frame.f_code.co_name == "submit" and frame.f_code.co_filename == path:
                return frame.f_locals.get("w")
            frame = frame.f_back
        return None

    def handed(self, item: Any) -> None:
        """The current lane hands work to a thread."""
        recorder = self._recorder
        if recorder.finishing:
            return
        function = item.fn if hasattr(item, "fn") else item.task[0]
        if isinstance(function, _functools.partial) and getattr(function.func, "__name__", "") == "run" and function.args:
            function = function.args[0]
        name = _short_name(getattr(function, "__qualname__", type(function).__name__)).replace("<lambda>", "lambda")
        code = getattr(function, "__code__", None)
        own = code is not None and code.co_filename == recorder.path
        lane = recorder.new_lane(name, recorder.current(), "thread", code, code.co_firstlineno if own else None)
        setattr(item.future, LANE_ATTRIBUTE, lane)

    def begin(self, item: Any) -> Callable[[], None]:
        """A thread begins with the work; returns what to do when it has ended."""
        recorder = self._recorder
        lane: Lane | None = getattr(item.future, LANE_ATTRIBUTE, None)
        clock = recorder.clock
        if isinstance(clock, SkippingClock):
            clock.work_began()
        thread = _thread.get_ident()
        if lane is not None and not recorder.finishing:
            recorder.threads[thread] = lane
            recorder.ran(lane, recorder.now(), lane.line)
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
    actions: dict[str, Callable[[tuple[Any, ...]], object]] = {
        "import": lambda args: loops.importing(args[0]),
        "_thread.start_joinable_thread": lambda args: jobs.thread_starting(),
        "async_tutor.mark": lambda args: recorder.marked(str(args[0]) if args else ""),
        "sys.excepthook": lambda args: recorder.uncaught(args[2]),
        "os.exec": lambda args: recorder.flush(),
        "os.kill": lambda args: recorder.flush(),
        "cpython.PyInterpreterState_Clear": lambda args: recorder.close(),
    }

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event in actions:
            actions[event](args)

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
    program as on the command line; ASYNC_TUTOR_CLOCK, `real`, `skip-idle` or `virtual`; and ASYNC_TUTOR_PYTHONPATH, the
    PYTHONPATH that the program shall see, if any.
    """
    environment = os.environ
    program = environment.pop("ASYNC_TUTOR_PROGRAM")
    # As Python itself makes the path whole, which `__file__` and tracebacks show.
    program = os.path.abspath(program) if os.name == "nt" else os.path.join(os.getcwd(), program)
    clock_name = environment.pop("ASYNC_TUTOR_CLOCK", "real")
    environment.pop("PYTHONPATH", None)
    search_path = environment.pop("ASYNC_TUTOR_PYTHONPATH", None)
    if search_path is not None:
        environment["PYTHONPATH"] = search_path
    if folder in sys.path:
        sys.path.remove(folder)
    sys.path_importer_cache.pop(folder, None)
    try:
        channel = Channel(EVENTS_DESCRIPTOR)
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
        clock.install()
    recorder.sampler = Sampler(recorder)
    recorder.sampler.start()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=recorder.sampler.stop, after_in_child=recorder.forget)
    atexit.register(recorder.finish)
    watch_audit_events(recorder)
    recorder.flush()
