"""A long calculation inside an async function, then the same in another process. Does the clock tick meanwhile?"""

import asyncio
from collections.abc import Awaitable
from concurrent.futures import Executor, ProcessPoolExecutor

ticks = 0


async def clock() -> None:
    global ticks
    while True:
        await asyncio.sleep(0.02)
        ticks += 1


async def peel_here() -> int:
    return sum(range(10_000_000))


async def peel_next_door(kitchen: Executor) -> int:
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(kitchen, sum, range(10_000_000))


async def watch(place: str, work: Awaitable[int], before: int) -> int:
    total = await work
    print(f"{place}: {total}, the clock {'ticked on' if ticks > before else 'stood still'}")
    return ticks


async def main(kitchen: Executor) -> None:
    ticking = asyncio.create_task(clock())
    await asyncio.sleep(0.1)
    seen = await watch("here", peel_here(), ticks)
    await watch("next door", peel_next_door(kitchen), seen)
    ticking.cancel()


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as helpers:
        asyncio.run(main(helpers))
