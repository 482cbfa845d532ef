"""One request, a chain of three, and three that do not need each other. Which of them gains by async?"""

import asyncio
import time
from collections.abc import Awaitable, Callable


async def ask(question: str) -> str:
    await asyncio.sleep(0.5)  # stands for a request
    return f"answer to {question}"


async def one() -> None:
    await ask("the weather")


async def chain() -> None:
    guest = await ask("who sits there?")
    dish = await ask(guest)
    await ask(dish)


async def independent() -> None:
    await asyncio.gather(ask("the weather"), ask("the news"), ask("the stocks"))


async def measure(requests: int, shape: Callable[[], Awaitable[None]], started: float) -> float:
    await shape()
    ended = time.monotonic()
    gain = "async gains" if ended - started < 0.5 * requests - 0.1 else "no gain"
    print(f"{shape.__name__}: {requests} x 0.5 s, took {ended - started:.1f} s, {gain}")
    return ended


async def main() -> None:
    now = await measure(1, one, time.monotonic())
    now = await measure(3, chain, now)
    await measure(3, independent, now)


asyncio.run(main())
